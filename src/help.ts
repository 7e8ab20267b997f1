import {guideFor, needsReload, systemOf} from './view/guide.js';
import type {DialogModel} from './view/dialog.js';
import type {QrCode} from './view/qr.js';
import {isRightToLeft} from './view/words.js';

export {DialogController} from './controllers/dialog-controller.js';
export {dialog, type DialogActions, type DialogModel} from './view/dialog.js';
export {dialogStyles} from './view/dialog-styles.js';
export type {QrCode};

/** What the dialog's model says of the browser and the page. */
export type Surroundings = Pick<DialogModel, 'guide' | 'system' | 'site' | 'page' | 'rtl' | 'reload'>;

/** The browser and the page as they are. */
export function surroundings(code: DialogModel['code']): Surroundings {
  const {userAgent, maxTouchPoints, language} = navigator;
  const {userAgentData} = navigator as {userAgentData?: {brands: ReadonlyArray<{brand: string}>}};
  const brands = userAgentData?.brands.map(({brand}) => brand);
  const guide = guideFor(userAgent, maxTouchPoints, brands);
  return {
    guide,
    system: systemOf(userAgent, maxTouchPoints),
    site: location.host,
    page: location.href,
    rtl: isRightToLeft(language),
    reload: needsReload(code, guide),
  };
}

/**
 * The code that a phone scans to follow a link. Nothing where the visitor holds the phone already, or the link
 * leads to no phone. The library behind it loads with the first one.
 *
 * @param href the fallback's link
 */
export async function scannable(href: string | undefined): Promise<QrCode | undefined> {
  if (!href || !/^tel:/.test(href) || matchMedia('(pointer: coarse)').matches) return undefined;
  return (await import('./view/qr.js')).qrPath(href);
}
