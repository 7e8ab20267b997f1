import {expect} from '@open-wc/testing';
import {en} from '../src/locales/en.js';
import {all} from './fakes/look.js';
import {openPage, press, reach, talk} from './fakes/page.js';
import {replace} from './fakes/replace.js';
import {settle, until} from './fakes/until.js';

/** A browser that plays nothing, and says why. */
function block(name: string): {allow: () => void; readonly plays: number} {
  let answer = () => Promise.reject<void>(new DOMException('', name));
  let plays = 0;
  replace(HTMLMediaElement.prototype, 'play', () => {
    plays++;
    return answer();
  });
  return {
    allow: () => (answer = () => Promise.resolve()),
    get plays() {
      return plays;
    },
  };
}

const hear = (element: HTMLElement) => all(element, 'button', en.hear);

describe('A browser that plays no sound before a tap', () => {
  it('the panel offers the tap, which plays it and takes the offer away', async () => {
    const sound = block('NotAllowedError');
    const {element} = await openPage();
    await talk(element);
    await until(() => hear(element).length, 'the tap is offered');
    expect(element.state).to.equal('active');
    sound.allow();
    const before = sound.plays;
    await press(element, en.hear);
    // In the click's own task: later, the browser would refuse again.
    expect(sound.plays).to.equal(before + 1);
    await until(() => !hear(element).length, 'the offer is gone');
  });

  it('a tap that does not help is offered again', async () => {
    block('NotAllowedError');
    const {element} = await openPage();
    await talk(element);
    await until(() => hear(element).length);
    await press(element, en.hear);
    await settle();
    expect(hear(element)).to.have.length(1);
  });

  it('a sound that was only replaced by another one needs no tap', async () => {
    block('AbortError');
    const {element} = await openPage();
    await talk(element);
    await settle();
    expect(hear(element)).to.have.length(0);
  });

  it('does not last into the next call', async () => {
    const sound = block('NotAllowedError');
    const {element} = await openPage();
    const call = await talk(element);
    await until(() => hear(element).length);
    call.bye();
    await reach(element, 'ended');
    sound.allow();
    await press(element, 'Close');
    await talk(element);
    await settle();
    expect(hear(element)).to.have.length(0);
  });
});
