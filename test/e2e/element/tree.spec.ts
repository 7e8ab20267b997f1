import type {CDPSession} from '@playwright/test';
import {previewOf, previews} from '../../../src/preview.js';
import {hasCall} from '../../../src/session/selectors.js';
import {en} from '../../../src/locales/en.js';
import {expect} from '../support/fixtures.js';
import {test} from '../support/gallery.js';

/** A control as a screen reader or a voice finds it. */
interface Found {
  role: string;
  name: string;
  /** What can be read on it. */
  text: string;
  state: Record<string, unknown>;
}

const CONTROLS = ['button', 'link', 'combobox', 'slider', 'dialog'];

// Chromium alone: this is its own tree, which no other driver shows.
test('in every state each control has a name, what can be read on it is in it, and its state is true', async ({
  page,
  frame,
}) => {
  test.slow();
  await frame.open({preview: 'idle'});
  const browser = await page.context().newCDPSession(page);
  for (const preview of previews) {
    await frame.show(preview);
    const {state, open} = previewOf(preview)!;
    const controls = await tree(browser);
    expect.soft(controls.length, `${preview}: controls`).toBeGreaterThan(0);
    const nameless = controls.filter(({name}) => !name).map(({role}) => role);
    expect.soft(nameless, `${preview}: no name`).toEqual([]);
    const misread = controls.filter(misnamed).map(({name, text}) => `${text} is ${name}`);
    expect.soft(misread, `${preview}: another name`).toEqual([]);
    for (const {name, role, state: is} of controls) {
      const what = `${preview}: ${name}`;
      if (role === 'button' && 'expanded' in is) expect.soft(is.expanded, what).toBe(open);
      if (name === en.mute || name === en.muted)
        expect.soft(is.pressed, what).toBe(String(hasCall(state) && state.muted));
      if (name === en.hold || name === en.keypad)
        expect
          .soft(Boolean(is.disabled), what)
          .toBe(!['active', 'held'].includes(state.phase) || isOver(state));
    }
  }
});

const isOver = (state: object): boolean => 'leaving' in state && Boolean(state.leaving);

const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** WCAG 2.5.3. What has no letter or digit is a sign, which is named by a word. */
const misnamed = ({role, name, text}: Found): boolean =>
  /button|link/.test(role) && !words(name).includes(words(text).replace(/^ +$/, ''));

async function tree(browser: CDPSession): Promise<Found[]> {
  const {nodes} = await browser.send('Accessibility.getFullAXTree');
  const found = nodes.filter(({ignored, role}) => !ignored && CONTROLS.includes(String(role?.value)));
  return Promise.all(
    found.map(async ({role, name, properties = [], backendDOMNodeId}) => {
      const {object} = await browser.send('DOM.resolveNode', {backendNodeId: backendDOMNodeId!});
      const {result} = await browser.send('Runtime.callFunctionOn', {
        objectId: object.objectId!,
        // The letters on the keys are an aid to the eye, and no part of what a key is called.
        functionDeclaration: `function () {
          const hidden = [...this.querySelectorAll('[aria-hidden=true]')].map((part) => part.innerText);
          return hidden.reduce((text, part) => text.replace(part, ''), this.innerText);
        }`,
      });
      return {
        role: String(role?.value),
        name: String(name?.value ?? ''),
        text: String(result.value ?? ''),
        state: Object.fromEntries(properties.map(({name, value}) => [name, value.value as unknown])),
      };
    }),
  );
}
