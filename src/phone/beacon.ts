/**
 * Sends a report that outlives the page. As plain text: JSON by its own name would need a preflight on another origin,
 * for which a page that goes has no time (https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
 */
export function beacon(url: string, report: object): void {
  try {
    navigator.sendBeacon(url, JSON.stringify(report));
  } catch {
    // A policy, or a browser without it: a report is not worth a word to the visitor.
  }
}
