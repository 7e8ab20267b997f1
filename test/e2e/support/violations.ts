import type {Page} from '@playwright/test';

declare global {
  interface Window {
    violations: string[];
  }
}

/** Notes from now on what a page, and each frame in it, does against its policies. Before `open`. */
export const watchPolicies = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
      window.violations.push(`${violatedDirective} ${blockedURI}`),
    );
    // Of the Permissions Policy: Firefox has no such reports.
    if (!('ReportingObserver' in window)) return;
    const note = (reports: Report[]): void =>
      reports.forEach(({body}) => window.violations.push(JSON.stringify(body)));
    new ReportingObserver(note, {types: ['permissions-policy-violation'], buffered: true}).observe();
  });

/** What the page and its frames have done against their policies. */
export const violationsIn = async (page: Page): Promise<string[]> =>
  (await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.violations)))).flat();
