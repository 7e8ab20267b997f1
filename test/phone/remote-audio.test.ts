import {expect} from '@open-wc/testing';
import {RemoteAudio} from '../../src/phone/remote-audio.js';
import {settle} from '../fakes/until.js';

function setUp(...outcomes: Array<string | undefined>) {
  const told: boolean[] = [];
  const audio = new RemoteAudio((on) => told.push(on));
  audio.element.play = async () => {
    const name = outcomes.shift();
    if (name) throw new DOMException('', name);
  };
  return {audio, told};
}

describe('The far end’s sound', () => {
  it('plays outside the document, by itself', () => {
    const {audio} = setUp();
    expect(audio.element.isConnected).to.equal(false);
    expect(audio.element.autoplay).to.equal(true);
  });

  it('that the browser blocks is told, and that it plays after a tap', async () => {
    const {audio, told} = setUp('NotAllowedError', undefined);
    audio.play();
    await settle();
    expect(told).to.deep.equal([true]);
    audio.play();
    await settle();
    expect(told).to.deep.equal([true, false]);
  });

  it('that is replaced by another one is no news', async () => {
    const {audio, told} = setUp('AbortError');
    audio.play();
    await settle();
    expect(told).to.deep.equal([]);
  });
});
