import {expect, fixture, html} from '@open-wc/testing';
import {FakeAudioContext, touch} from './fakes/audio-context.js';
import {Footprint} from './fakes/footprint.js';
import {the} from './fakes/look.js';
import {openPage, press, reach, ring, talk} from './fakes/page.js';
import {json, jwt, tokenUrl} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';

const open = () => FakeAudioContext.made.filter(({closed}) => !closed).length;
const sounding = () => FakeAudioContext.made.flatMap((context) => context.sounding);

describe('The sounds of a button', () => {
  beforeEach(() => touch());

  it('it rings until somebody answers, and nothing is left when the visitor hangs up', async () => {
    const {element} = await openPage();
    const call = await ring(element);
    expect(sounding()).to.have.length(1);
    call.pickUp();
    expect(sounding()).to.have.length(0);
    await element.updateComplete;
    await press(element, 'Hang up');
    await reach(element, 'ended');
    expect(open()).to.equal(0);
  });

  it('a second call makes them ready in the click’s own task', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    call.bye();
    await reach(element, 'ended');
    const {length} = FakeAudioContext.made;
    the(element, 'button', 'Call again').click();
    expect(FakeAudioContext.made).to.have.length(length + 1);
    FakeAudioContext.made[0]!.played.at(-1)!.source.dispatchEvent(new Event('ended'));
  });

  it('the token’s destination is the one whose ringing is heard', async () => {
    const {element, endpoint} = await openPage();
    endpoint.answer = json({token: jwt('visitor'), destination: '+442079460000'});
    await ring(element);
    expect(sounding()[0]?.samples.length).to.equal(24_000 * 3);
  });

  it('`no-sounds` turns them off', async () => {
    const {element} = await openPage(html`
      <telnyx-call-button no-sounds token-url=${tokenUrl} destination="+12345678900"></telnyx-call-button>
    `);
    const call = await talk(element);
    call.bye();
    await reach(element, 'ended');
    expect(FakeAudioContext.made.flatMap(({played}) => played)).to.deep.equal([]);
    expect(open()).to.equal(0);
  });

  for (const [when, begin] of [
    ['while it rings', ring],
    ['in a call', talk],
  ] as const) {
    it(`removed ${when}, it leaves nothing in the page`, async () => {
      const footprint = new Footprint();
      document.title = 'A shop';
      const {element} = await openPage();
      await begin(element);
      await element.updateComplete;
      element.remove();
      await settle();
      expect(open()).to.equal(0);
      await until(() => footprint.timers === 0, 'no timer');
      await until(
        () => !footprint.listeners.includes('visibilitychange'),
        `no listener: ${footprint.listeners.join()}`,
      );
    });
  }

  it('moved in the page, it goes on ringing', async () => {
    const {element} = await openPage();
    await ring(element);
    (await fixture<HTMLElement>(html`<section></section>`)).append(element);
    await settle();
    expect(sounding()).to.have.length(1);
  });
});
