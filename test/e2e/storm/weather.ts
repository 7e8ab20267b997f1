import {mintToken} from '../../../demo/gateway/index.js';
import type {FaultyLink} from '../support/faulty-link.js';
import type {Microphone} from '../support/microphone-faults.js';
import type {Visitor} from '../support/visitor.js';

/** What a storm rages over. */
export interface Place {
  readonly visitor: Visitor;
  readonly link: FaultyLink;
  readonly microphone: Microphone;
}

/** One thing that the visitor, the far end or the network does. */
type Deed = (place: Place) => unknown;

const control =
  (verb: string, body?: object): Deed =>
  ({visitor}) =>
    visitor.gateway.control(verb, body);

/** The site knows its visitor: each token is another one, for the same. */
export function giveTokens({visitor: {shop, gateway}}: Place): void {
  let given = 0;
  shop.token = async () =>
    Response.json({token: await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600 + ++given})});
}

/** Asks the element directly: a storm does not wait for a control to appear. */
const ask =
  (what: string): Deed =>
  ({visitor}) =>
    visitor.page.evaluate((code) => {
      const element = document.querySelector('telnyx-call-button')!;
      const press = (part: string) => element.shadowRoot!.querySelector<HTMLElement>(part)?.click();
      if (code === 'press') press('[part=button]');
      else if (code === 'first control') press('.pill');
      else if (code === 'last control') press('.link');
      else if (code === 'move') document.body.append(element);
      else if (code === 'replace') element.replaceWith(element.cloneNode(true));
      else if (code === 'mute') void element.mute();
      else if (code === 'hold') void element.hold();
      else if (code === 'digits') void element.sendDigits('12#');
      else if (code === 'call') void element.call();
      else void element.hangUp();
    }, what);

/** Another microphone or speaker, by the place it has in the browser's list. One that is not listed is none. */
const device =
  (kind: 'Microphone' | 'Speaker', at: number): Deed =>
  ({visitor}) =>
    visitor.page.evaluate(
      async ([kind, at]) => {
        const listed = kind === 'Microphone' ? 'audioinput' : 'audiooutput';
        const all = (await navigator.mediaDevices.enumerateDevices()).filter(
          (device) => device.kind === listed,
        );
        void document.querySelector('telnyx-call-button')![`set${kind}`](all[at]?.deviceId ?? 'gone');
      },
      [kind, at] as const,
    );

/** What a storm is made of. The visitor's own deeds come more often. */
export const deeds: Readonly<Record<string, Deed>> = {
  press: ask('press'),
  'press again': ask('press'),
  call: ask('call'),
  'hang up': ask('hang up'),
  'first control': ask('first control'),
  'last control': ask('last control'),
  mute: ask('mute'),
  hold: ask('hold'),
  'hold again': ask('hold'),
  digits: ask('digits'),
  'another microphone': device('Microphone', 1),
  'a third microphone': device('Microphone', 2),
  'no such microphone': device('Microphone', 99),
  'another speaker': device('Speaker', 1),
  'no such speaker': device('Speaker', 99),
  move: ask('move'),
  replace: ask('replace'),
  drop: control('drop'),
  'drop again': control('drop'),
  freeze: control('freeze'),
  thaw: control('thaw'),
  punt: control('punt'),
  'punt with the call': control('punt', {withCallId: true}),
  'refuse a login': control('refuse-next-login'),
  'no answer to INVITE': control('silence', {methods: ['invite']}),
  'no answer to BYE': control('silence', {methods: ['bye']}),
  'no answer to pings': control('silence', {methods: ['ping']}),
  'answers again': control('silence', {methods: []}),
  slow: control('delay', {ms: 400}),
  'call is lost at the next reconnect': control('reattach', {mode: 'without-call'}),
  'call is only listed at the next reconnect': control('reattach', {mode: 'listed'}),
  'no list at the next reconnect': control('reattach', {mode: 'absent'}),
  'old tokens are refused': control('expire-tokens'),
  'media is cut': control('cut-media'),
  'media is back': control('restore-media'),
  'the leg is gone': control('kill-leg'),
  'the leg is gone silently': control('kill-leg', {silent: true}),
  'the far end hangs up': control('hang-up'),
  'gateway not registered': control('gateway-state', {states: ['NOREG']}),
  offline: ({visitor}) => visitor.page.context().setOffline(true),
  online: ({visitor}) => visitor.page.context().setOffline(false),
  'the link stalls': ({link}) => link.stall(),
  'the link resumes': ({link}) => link.resume(),
  'the link is cut': ({link}) => link.cut(),
  'the link refuses': ({link}) => link.refuse(true),
  'the microphone is revoked': ({microphone}) => microphone.is('denied'),
  'the microphone is unplugged': ({microphone}) => microphone.is('missing'),
  'the microphone is another program’s': ({microphone}) => microphone.is('busy'),
  'the microphone is there': ({microphone}) => microphone.is('granted'),
  'no tokens': ({visitor: {shop}}) => {
    shop.token = async () => new Response(null, {status: 503});
  },
  'tokens again': giveTokens,
  'nothing for a while': () => new Promise((resolve) => setTimeout(resolve, 2_500)),
};

/** Everything works again. Nothing of what the storm has left behind is cleared away. */
export async function calm(place: Place): Promise<void> {
  const {visitor, link, microphone} = place;
  const {gateway, page} = visitor;
  gateway.control('thaw');
  gateway.control('silence', {methods: []});
  gateway.control('delay', {ms: 0});
  gateway.control('restore-media');
  gateway.control('refuse-next-login', {times: 0});
  gateway.control('gateway-state', {states: []});
  gateway.control('reattach', {mode: 'attach'});
  link.restore();
  giveTokens(place);
  await page.context().setOffline(false);
  await microphone.is('granted');
}
