import type {FailureCode} from '../errors.js';

/** Whose steps the recovery dialog shows. `other`: steps in words that fit any browser. */
export type Guide =
  'chrome' | 'edge' | 'firefox' | 'safari' | 'ios-safari' | 'android-chrome' | 'in-app' | 'other';

/** Where the settings of the device are to be found. */
export type System = 'mac' | 'windows' | 'ios' | 'android' | 'other';

/** Apps that show pages inside themselves, where the microphone is mostly out of reach. */
const IN_APP =
  /\b(FBAN|FBAV|FB_IAB|Instagram|Line|musical_ly|BytedanceWebview|TikTok|GSA|LinkedInApp|Snapchat|Pinterest|MicroMessenger|Twitter)\b|; wv\)/;
/** Browsers of others' making, whose buttons stand elsewhere: Opera, Samsung, UC, Yandex, and all on iOS but Safari. */
const OWN_WAYS = /\b(OPR|OPT|SamsungBrowser|UCBrowser|YaBrowser|DuckDuckGo|Ddg|\w+iOS)\//;

/** The system of the device. iPadOS says that it is a Mac, but no Mac has a touch screen. */
export function systemOf(userAgent: string, maxTouchPoints: number): System {
  if (/iP(hone|ad|od)/.test(userAgent)) return 'ios';
  if (/Macintosh/.test(userAgent)) return maxTouchPoints > 1 ? 'ios' : 'mac';
  if (/Android/.test(userAgent)) return 'android';
  return /Windows/.test(userAgent) ? 'windows' : 'other';
}

/**
 * The guide for a browser.
 *
 * @param brands names from `navigator.userAgentData`, where there is one
 */
export function guideFor(userAgent: string, maxTouchPoints: number, brands: readonly string[] = []): Guide {
  const system = systemOf(userAgent, maxTouchPoints);
  if (IN_APP.test(userAgent) || brands.includes('Android WebView')) return 'in-app';
  if (system === 'ios') {
    // Every browser on iOS names Safari and its version; a web view of an app does not.
    if (OWN_WAYS.test(userAgent)) return 'other';
    return /Safari\//.test(userAgent) ? 'ios-safari' : 'in-app';
  }
  if (OWN_WAYS.test(userAgent)) return 'other';
  if (system === 'android')
    return /Chrome\//.test(userAgent) && !/EdgA\//.test(userAgent) ? 'android-chrome' : 'other';
  if (/Edg\//.test(userAgent)) return 'edge';
  if (/Chrome\//.test(userAgent)) return 'chrome';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  return system === 'mac' && /Safari\//.test(userAgent) ? 'safari' : 'other';
}

/** True where the browser may keep its no until the page is loaded again, even if the visitor has changed it. */
export function needsReload(code: FailureCode, guide: Guide): boolean {
  return /safari/.test(guide) && /denied|dismissed|revoked/.test(code);
}
