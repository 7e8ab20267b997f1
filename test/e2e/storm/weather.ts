import type {Visitor} from '../support/visitor.js';
import type {Dice} from './dice.js';

/** One thing that the visitor, the far end or the network does. */
type Deed = (visitor: Visitor, dice: Dice) => unknown;

const control =
  (verb: string, body?: object): Deed =>
  ({gateway}) =>
    gateway.control(verb, body);

/** Asks the element directly: a storm does not wait for a control to appear. */
const ask =
  (what: string): Deed =>
  ({page}) =>
    page.evaluate((code) => {
      const element = document.querySelector('telnyx-call-button')!;
      const press = (part: string) => element.shadowRoot!.querySelector<HTMLElement>(part)?.click();
      if (code === 'press') press('[part=button]');
      else if (code === 'first control') press('.pill');
      else if (code === 'last control') press('.link');
      else if (code === 'move') document.body.append(element);
      else if (code === 'replace') element.replaceWith(element.cloneNode(true));
      else if (code === 'mute') void element.mute();
      else if (code === 'call') void element.call();
      else void element.hangUp();
    }, what);

/** What a storm is made of. The visitor's own deeds come more often. */
export const deeds: Readonly<Record<string, Deed>> = {
  press: ask('press'),
  'press again': ask('press'),
  call: ask('call'),
  'hang up': ask('hang up'),
  'first control': ask('first control'),
  'last control': ask('last control'),
  mute: ask('mute'),
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
  offline: ({page}) => page.context().setOffline(true),
  online: ({page}) => page.context().setOffline(false),
};

/** Everything works again. Nothing of what the storm has left behind is cleared away. */
export async function calm({gateway, page}: Visitor): Promise<void> {
  gateway.control('thaw');
  gateway.control('silence', {methods: []});
  gateway.control('delay', {ms: 0});
  gateway.control('restore-media');
  gateway.control('refuse-next-login', {times: 0});
  gateway.control('reattach', {mode: 'attach'});
  await page.context().setOffline(false);
}
