import {expect} from '@open-wc/testing';
import {keepListeners} from '../../src/phone/kept-listeners.js';
import {replace} from '../fakes/replace.js';

describe('What a foreign constructor adds to the page', () => {
  it('works until it is taken back, options and all', () => {
    const heard: string[] = [];
    const [made, remove] = keepListeners(() => {
      window.addEventListener('knock', () => heard.push('window'), {capture: true});
      document.addEventListener('knock', () => heard.push('document'));
      return 'made';
    });
    expect(made).to.equal('made');
    const knock = () => document.dispatchEvent(new Event('knock', {bubbles: true}));
    knock();
    expect(heard).to.deep.equal(['window', 'document']);
    remove();
    remove();
    knock();
    expect(heard).to.have.length(2);
  });

  it('the page has its own addEventListener back at once, and after an exception', () => {
    const {addEventListener} = EventTarget.prototype;
    keepListeners(() => undefined);
    expect(EventTarget.prototype.addEventListener).to.equal(addEventListener);
    expect(() =>
      keepListeners(() => {
        throw new Error('broken');
      }),
    ).to.throw('broken');
    expect(EventTarget.prototype.addEventListener).to.equal(addEventListener);
  });

  it('what the page puts in its place meanwhile stays', () => {
    const {addEventListener} = EventTarget.prototype;
    const own: typeof addEventListener = () => undefined;
    replace(EventTarget.prototype, 'addEventListener', addEventListener);
    keepListeners(() => (EventTarget.prototype.addEventListener = own));
    expect(EventTarget.prototype.addEventListener).to.equal(own);
  });

  it('listeners that are added later are not touched', () => {
    let heard = 0;
    const [, remove] = keepListeners(() => undefined);
    const listener = () => heard++;
    window.addEventListener('knock', listener);
    remove();
    window.dispatchEvent(new Event('knock'));
    window.removeEventListener('knock', listener);
    expect(heard).to.equal(1);
  });

  it('a page that has frozen the prototype keeps what was added, and nothing throws', () => {
    const {addEventListener} = EventTarget.prototype;
    replace(EventTarget.prototype, 'addEventListener', addEventListener);
    Object.defineProperty(EventTarget.prototype, 'addEventListener', {writable: false});
    const [made, remove] = keepListeners(() => 'made');
    remove();
    expect(made).to.equal('made');
  });
});
