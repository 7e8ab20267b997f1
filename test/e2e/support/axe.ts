import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {Page} from '@playwright/test';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Success criteria of WCAG 2.0 to 2.2, levels A and AA, and axe's own good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has to say against a page's call button, shadow root included: nothing if all is well. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  return page.evaluate(async (rules) => {
    const {axe} = window as unknown as {axe: typeof import('axe-core')};
    const {violations} = await axe.run('telnyx-call-button', {runOnly: rules, resultTypes: ['violations']});
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id}: ${target.flat().join(' ')}: ${failureSummary ?? ''}`),
    );
  }, RULES);
}
