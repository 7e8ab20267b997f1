import {addColours} from '../support/colours.js';
import {SCRIPT, expect, test} from '../support/visitor.js';

/** Colours that brands have, and the corners of what a screen can show. */
const BRANDS =
  '#000 #fff #808080 #777 #f00 #0f0 #00f #ff0 #0ff #f0f #0b6e4f #1d3fbb #ffd400 #ff6a00 #e60000 #d2691e #7a00ff #ffb6c1 #00b3a4 #101080 #8b4513 #c0ffee #db0032 #5fd0a5 #757575 #767676 #949494 #3a3a3a'.split(
    ' ',
  );

/** The same further colours in each run, spread over the whole cube. */
const spread = Array.from({length: 60}, (_, index) => {
  const channel = (step: number) => Math.round(255 * ((index * step) % 1));
  return `rgb(${channel(0.618034)} ${channel(0.754878)} ${channel(0.56984)})`;
});

interface Measured {
  readonly colour: string;
  readonly what: string;
  readonly ratio: number;
}

for (const scheme of ['light', 'dark'])
  test(`text and graphics stay readable with any accent, ${scheme}`, async ({visitor}) => {
    await addColours(visitor.page);
    await visitor.open(
      `<telnyx-call-button preview="unheard" token-url="/api/telnyx-token" destination="+12345678900" theme="${scheme}"><a href="tel:+12345678900">+1 234</a></telnyx-call-button>`,
      SCRIPT,
    );
    await expect(visitor.page.locator('.notice')).toBeVisible();
    const measured = await visitor.page.locator('telnyx-call-button').evaluate(
      (element, colours) => {
        const root = element.shadowRoot!;
        const {contrast, painted} = window;
        const ratio = (one: string, other: string) => {
          // The contrast of what one sees through is another one.
          if ([one, other].some((colour) => painted(colour)[3] !== 255))
            throw new Error(`${one} on ${other}`);
          return contrast(one, other);
        };
        const style = (selector: string) => getComputedStyle(root.querySelector(selector)!);
        const panel = style('[part=panel]');
        const resolve = (colour: string) => {
          const probe = document.createElement('i');
          root.querySelector('[part=panel]')!.append(probe);
          probe.style.color = colour;
          const value = getComputedStyle(probe).color;
          probe.remove();
          return value;
        };
        return colours.flatMap((colour) => {
          element.style.setProperty('--telnyx-call-accent', colour);
          element.style.setProperty('--telnyx-call-danger', colour);
          const link = style('.notice .link').color;
          const button = style('[part=button]');
          const end = style('.end');
          return [
            {colour, what: 'text on the button', ratio: ratio(button.color, button.backgroundColor)},
            {colour, what: 'text on hang up', ratio: ratio(end.color, end.backgroundColor)},
            {colour, what: 'a link on the panel', ratio: ratio(link, panel.backgroundColor)},
            {colour, what: 'a link on a notice', ratio: ratio(link, resolve('var(--_fill)'))},
            {
              colour,
              what: 'meter, bars and focus',
              ratio: ratio(resolve('var(--_ink)'), panel.backgroundColor),
            },
          ];
        });
      },
      [...BRANDS, ...spread],
    );
    const worst = measured.filter(({ratio}: Measured) => ratio < 4.5);
    expect(worst).toEqual([]);
    expect(measured).toHaveLength(5 * (BRANDS.length + spread.length));
  });

for (const scheme of ['light', 'dark'])
  test(`what can be done after a call has an edge with any accent, ${scheme}`, async ({visitor}) => {
    await addColours(visitor.page);
    await visitor.open(
      `<telnyx-call-button preview="call-failed" token-url="/api/telnyx-token" destination="+12345678900" theme="${scheme}"></telnyx-call-button>`,
    );
    await expect(visitor.control('Try again')).toBeVisible();
    const faint = await visitor.element().evaluate(
      (element, colours) => {
        const pill = element.shadowRoot!.querySelector('.pill')!;
        return colours.filter((colour) => {
          element.style.setProperty('--telnyx-call-accent', colour);
          const {backgroundColor, borderTopColor} = getComputedStyle(pill);
          const shown = [backgroundColor, borderTopColor].map((each) => window.contrastBehind(pill, each));
          return Math.max(...shown) < 3;
        });
      },
      [...BRANDS, ...spread],
    );
    expect(faint).toEqual([]);
  });
