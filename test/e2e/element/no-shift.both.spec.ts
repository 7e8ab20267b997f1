import {readFile} from 'node:fs/promises';
import {twoFrames} from '../support/places.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** The rules of the README that reserve the button's place. */
async function reserve(): Promise<string> {
  const readme = await readFile('README.md', 'utf8');
  const rules = /No jump when the script comes.*?```css\n(.*?)```/s.exec(readme)?.[1];
  expect(rules).toBeTruthy();
  return `<style>body {font: 16px/1.5 sans-serif} ${rules}</style>`;
}

const FILES = ['telnyx-call-button.js', 'telnyx-call-button.classic.js'];
const PLACES: Record<string, (tag: string) => string> = {
  'between text': (tag) =>
    `<p>Text that stands before it ${tag} and text that goes on after it.</p><p>More.</p>`,
  'beside other elements': (tag) =>
    `<div style="display: flex; gap: 8px"><button>One</button>${tag}<button>Two</button></div><p>More.</p>`,
};

/** Where everything of the page stands but the button's own inside. */
const places = (visitor: Visitor): Promise<string> =>
  visitor.page.evaluate(() =>
    [...document.body.querySelectorAll(':not(telnyx-call-button *)')]
      .map((element) => {
        const {left, top, width, height} = element.getBoundingClientRect();
        return [element.localName, left, top, width, height].join(' ');
      })
      .join('\n'),
  );

for (const file of FILES) {
  for (const [where, page] of Object.entries(PLACES)) {
    for (const layout of ['', 'layout="floating"', 'layout="headless"']) {
      test(`nothing moves when ${file} comes late: ${where} ${layout}`, async ({visitor}) => {
        let deliver = (): void => undefined;
        const waited = new Promise<void>((resolve) => (deliver = resolve));
        await visitor.page.route(`**/${file}`, async (route) => {
          await waited;
          await route.continue();
        });
        await visitor.page.addInitScript(() => {
          window.shifts = 0;
          if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) window.shifts += Reflect.get(entry, 'value') as number;
            }).observe({type: 'layout-shift', buffered: true});
        });
        const module = file === 'telnyx-call-button.js';
        // Put in by a script: the page itself does not wait for it.
        const script = `<script>addEventListener('load', () => document.head.append(Object.assign(document.createElement('script'), {src: '/dist/cdn/${file}', type: '${module ? 'module' : ''}'})))</script>`;
        await visitor.open(page(visitor.tag('tone', `${layout} warm-up="none"`)), (await reserve()) + script);
        const link = visitor.page.locator('telnyx-call-button a');
        await expect(link).toBeVisible();
        const before = await places(visitor);
        deliver();
        await expect(link).toBeHidden();
        await twoFrames(visitor.page);
        const moved = layout ? /^telnyx-call-button.*$/gm : /$^/;
        expect((await places(visitor)).replace(moved, '')).toBe(before.replace(moved, ''));
        expect(await visitor.page.evaluate(() => window.shifts)).toBe(0);
      });
    }
  }
}

declare global {
  interface Window {
    shifts: number;
  }
}
