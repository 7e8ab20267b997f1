import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {place} from '../../src/view/place.js';

const panel = {width: 320, height: 200};
const viewport = {width: 1000, height: 600};
const size = {width: 120, height: 48};

describe('Where the panel goes', () => {
  const cases = {
    'below the button, at its left edge': [{left: 100, top: 100}, false, {x: 100, y: 156}],
    'at its right edge where text runs from right to left': [{left: 500, top: 100}, true, {x: 300, y: 156}],
    'above where there is no room below': [{left: 100, top: 500}, false, {x: 100, y: 292}],
    'not over the right edge of the page': [{left: 900, top: 100}, false, {x: 672, y: 156}],
    'not over the left edge of the page': [{left: 0, top: 100}, true, {x: 8, y: 156}],
    'at the button’s right edge where there is no room at its left one': [
      {left: 860, top: 100},
      false,
      {x: 660, y: 156},
    ],
    'at its left edge where text runs from right to left and there is no room': [
      {left: 20, top: 100},
      true,
      {x: 20, y: 156},
    ],
    'in view when the button is scrolled away above': [{left: 100, top: -300}, false, {x: 100, y: 8}],
    'in view when the button is scrolled away below': [{left: 100, top: 2000}, false, {x: 100, y: 392}],
  } as const;
  for (const [name, [button, rtl, expected]] of Object.entries(cases)) {
    it(name, () => expect(place({...button, ...size}, panel, viewport, rtl)).to.deep.equal(expected));
  }

  it('right at the corner where there is no button', () => {
    const corner = {left: 980, top: 580, width: 0, height: 0};
    expect(place(corner, panel, viewport, false)).to.deep.equal({x: 660, y: 380});
  });

  it('with room neither above nor below it stays in view', () => {
    const flat = {width: 1000, height: 260};
    expect(place({left: 100, top: 100, ...size}, panel, flat, false)).to.deep.equal({x: 100, y: 52});
  });

  it('is always inside the viewport, with a margin, if it fits', () => {
    const box = fc.record({
      left: fc.integer({min: -5000, max: 5000}),
      top: fc.integer({min: -5000, max: 5000}),
      width: fc.integer({min: 0, max: 1000}),
      height: fc.integer({min: 0, max: 400}),
    });
    const fitting = fc.record({
      width: fc.integer({min: 100, max: 4000}),
      height: fc.integer({min: 100, max: 4000}),
      share: fc.double({min: 0, max: 1, noNaN: true}),
    });
    fc.assert(
      fc.property(box, fitting, fc.boolean(), (button, {width, height, share}, rtl) => {
        const small = {width: Math.floor((width - 16) * share), height: Math.floor((height - 16) * share)};
        const {x, y} = place(button, small, {width, height}, rtl);
        return x >= 8 && y >= 8 && x + small.width <= width - 8 && y + small.height <= height - 8;
      }),
    );
  });

  it('one that is too big shows its beginning', () => {
    const huge = {width: 5000, height: 5000};
    expect(place({left: 100, top: 100, ...size}, huge, viewport, false)).to.deep.equal({x: 8, y: 8});
  });
});
