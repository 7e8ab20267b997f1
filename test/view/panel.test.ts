import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import type {CallState} from '../../src/session/state.js';
import {statusText} from '../../src/view/status.js';
import {
  active,
  asking,
  aside,
  denied,
  ended,
  failed,
  gathering,
  placed,
  ringing,
  silence,
  states,
} from '../fakes/samples.js';
import {all, read, the} from '../fakes/look.js';
import {fallback, showPanel} from '../fakes/panel.js';
import {english, kept} from '../fakes/words.js';
import {span} from '../../src/view/words.js';

/** The round controls, before one is on. */
const ROW = [en.mute, en.keypad, en.hold, en.audio];

const show = (state: CallState, withFallback = false, helped = false) =>
  showPanel(state, {helped, fallback: withFallback ? fallback : undefined});

describe('The panel', () => {
  it('of a live call: whom one talks to, what is going on, and the way out in the same place', async () => {
    for (const state of [states['prompt up, nothing there'], placed(), ringing(), active()]) {
      const {room, buttons} = await show(state);
      expect(read(room)).to.contain('A business').and.to.contain(statusText(state, english));
      expect(buttons).to.deep.equal([en.minimise, ...ROW, state.phase === 'active' ? en.hangUp : en.cancel]);
    }
  });

  it('asks for what is pressed', async () => {
    const {room, asked} = await show(active());
    for (const name of [en.mute, en.minimise, en.hangUp]) the(room, 'button', name).click();
    expect(asked).to.deep.equal(['mute', 'minimise', 'hang up']);
    const muted = await show(active({muted: true}));
    the(muted.room, 'button', en.muted).click();
    expect(muted.asked).to.deep.equal(['unmute']);
  });

  it('can’t be asked twice to hang up', async () => {
    const {room, asked} = await show(active({leaving: true}));
    the(room, 'button', en.hangUp).click();
    the(room, 'button', en.mute).click();
    expect(asked).to.deep.equal([]);
  });

  it('of a call that is being hung up: promises nothing any more', async () => {
    const {room, buttons} = await show(
      active({leaving: true, lost: silence, obstacle: aside, soundBlocked: true}),
    );
    expect(read(room)).to.contain(en.leaving).and.not.to.contain(en.connectionLost);
    expect(buttons).to.deep.equal([en.minimise, ...ROW, en.hangUp]);
  });

  it('tells the visitor what to do while the prompt is up, instead of a clock', async () => {
    const {room} = await show(states['prompt up, nothing there']);
    expect(read(the(room, 'timer'))).to.equal(en.permissionHint);
    expect(read(the((await show(active())).room, 'timer'))).to.equal('1:05');
  });

  it('without its connection: the banner above everything, and the clock goes on', async () => {
    const {room, buttons} = await show(active({lost: silence}));
    expect(read(room).startsWith(en.connectionLost)).to.equal(true);
    expect(read(room)).to.contain(kept(9));
    expect(read(the(room, 'timer'))).to.equal('1:05');
    expect(buttons).to.deep.equal([en.minimise, ...ROW, en.hangUp]);
    expect(read((await show(active())).room)).not.to.contain(en.connectionLost);
    expect(room.querySelector('[aria-live=polite] [part=banner]')).not.to.equal(null);
  });

  it('where no microphone can be had: why, another try, and the page’s link', async () => {
    const {room, buttons, asked} = await show(gathering('permission', {obstacle: denied}), true);
    expect(read(room)).to.contain(en.failed['microphone-denied']).and.not.to.contain(en.permissionHint);
    expect(buttons).to.deep.equal([en.minimise, ...ROW, en.tryAgain, en.cancel]);
    expect(all(room, 'link')).to.have.length(1);
    the(room, 'button', en.tryAgain).click();
    expect(asked).to.deep.equal(['retry']);
  });

  it('while the browser has not answered, it is not asked again', async () => {
    const {room, buttons} = await show(gathering('permission', {obstacle: asking}));
    expect(read(room)).to.contain(en.failed['microphone-prompt']);
    expect(buttons).to.deep.equal([en.minimise, ...ROW, en.cancel]);
  });

  it('in a call without a microphone: says so, and offers to turn it on', async () => {
    const {room, asked} = await show(active({obstacle: aside}));
    expect(read(room)).to.contain(en.notHeard);
    the(room, 'button', en.turnOnMicrophone).click();
    expect(asked).to.deep.equal(['open again']);
    const beside = await show(active({obstacle: denied}), false, true);
    expect(read(beside.room), 'the recovery dialog says it').not.to.contain(en.notHeard);
  });

  it('with its sound blocked: a tap to hear comes first', async () => {
    const {room, asked} = await show(active({soundBlocked: true, obstacle: aside}));
    expect(all(room, 'button', en.turnOnMicrophone)).to.have.length(0);
    the(room, 'button', en.hear).click();
    expect(asked).to.deep.equal(['hear']);
  });

  it('after a call that was lost: that it was cut off, and another call', async () => {
    const {room, buttons} = await show(ended({reason: 'lost'}), true);
    expect(read(room)).to.contain(en.cutOff).and.to.contain(en.ended.lost);
    expect(buttons).to.deep.equal([en.close, en.callAgain]);
  });

  it('after a conversation: thanks, how long it was, and another call', async () => {
    const {room, buttons, asked} = await show(ended(), true);
    expect(read(room)).to.contain(en.thanks).and.to.contain(span(65, 'en'));
    expect(buttons).to.deep.equal([en.close, en.callAgain, en.check.title]);
    expect(all(room, 'link')).to.have.length(0);
    the(room, 'button', en.callAgain).click();
    the(room, 'button', en.check.title).click();
    the(room, 'button', en.close).click();
    expect(asked).to.deep.equal(['call', 'check', 'dismiss']);
  });

  it('after a call that nobody took: why, another try, and the page’s link', async () => {
    const {room, buttons} = await show(ended({reason: 'no-answer'}), true);
    expect(read(room)).to.contain(en.couldNot).and.to.contain(en.ended['no-answer']);
    expect(buttons).to.deep.equal([en.close, en.tryAgain]);
    expect(all(room, 'link')).to.have.length(1);
  });

  it('after a failure that stays: no other try, only the page’s link', async () => {
    const {buttons, room} = await show(failed({failure: {code: 'token-refused'}}), true);
    expect(buttons).to.deep.equal([en.close]);
    expect(all(room, 'link')).to.have.length(1);
  });
});
