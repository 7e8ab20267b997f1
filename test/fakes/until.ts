// Kept here, so that a test can have time of its own and still be waited for.
const later = window.setTimeout.bind(window);

/** Waits until something is so. Looks again and again, as fast as the browser turns. */
export async function until(isSo: () => unknown, what = String(isSo)): Promise<void> {
  for (let looks = 0; !isSo(); looks++) {
    if (looks > 1_500) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => later(resolve));
  }
}

/** Lets everything that is due now run. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) await new Promise((resolve) => later(resolve));
}
