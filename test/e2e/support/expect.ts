import {expect as playwrights} from '@playwright/test';

/**
 * How long `expect.poll` waits before it looks again (ms). Playwright's own waits grow to a second, and what nobody looks
 * at is waited for in vain: half of that for each step of a call.
 */
const LOOKS = [50, 100, 150, 200];

const poll: typeof playwrights.poll = (actual, options) =>
  playwrights.poll(actual, {
    intervals: LOOKS,
    ...(typeof options === 'string' ? {message: options} : options),
  });

/** Playwright's, which looks more often when it polls. */
export const expect = new Proxy(playwrights, {
  get: (target, name, receiver): unknown => (name === 'poll' ? poll : Reflect.get(target, name, receiver)),
});
