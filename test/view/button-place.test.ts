import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {wayOff} from '../../src/view/button-place.js';

const HEIGHT = 600;
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const bottom = box(660, 532, 120, 48);
const top = box(660, 20, 120, 48);

describe('How far a floating button makes way for what has the focus', () => {
  const cases = {
    'not at all where it covers nothing': [bottom, box(20, 532, 200, 48), 0],
    'not for what only touches it': [bottom, box(460, 532, 200, 48), 0],
    'up, clear of a field below it': [bottom, box(400, 540, 380, 40), 540 - 580 - 8],
    'down, where there is no room above': [top, box(400, 30, 380, 40), 70 - 20 + 8],
    'not for a page as a whole': [bottom, box(0, 0, 800, 600), 0],
    'not for a text as tall as the window': [top, box(100, -50, 700, 3000), 0],
  } as const;
  for (const [name, [button, focused, expected]] of Object.entries(cases))
    it(name, () => expect(wayOff(button, focused, HEIGHT)).to.equal(expected));

  it('and it stays in the window, off what has the focus', () => {
    const part = fc.record({
      left: fc.integer({min: -200, max: 800}),
      top: fc.integer({min: -200, max: 600}),
      width: fc.integer({min: 1, max: 900}),
      height: fc.integer({min: 1, max: 700}),
    });
    fc.assert(
      fc.property(part, fc.constantFrom(top, bottom), ({left, top: at, width, height}, button) => {
        const focused = box(left, at, width, height);
        const by = wayOff(button, focused, HEIGHT);
        if (!by) return;
        const [from, to] = [button.top + by, button.bottom + by];
        expect(from).to.be.at.least(0);
        expect(to).to.be.at.most(HEIGHT);
        expect(to <= focused.top || from >= focused.bottom).to.equal(true);
      }),
    );
  });
});
