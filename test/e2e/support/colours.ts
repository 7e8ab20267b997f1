import type {Page} from '@playwright/test';

declare global {
  interface Window {
    /** The contrast of two colours, as CSS writes them and without opacity: 1 to 21. */
    contrast(one: string, other: string): number;
    /** The contrast of a colour, as CSS writes it, with what is painted behind an element: 1 to 21. */
    contrastBehind(element: Element, colour: string): number;
    /** The colour as everybody writes it: red, green, blue and opacity, 0 to 255 each. */
    painted(colour: string): readonly number[];
  }
}

/** Gives a page the means to judge its own colours: those of WCAG. */
export async function addColours(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!;
    window.painted = (colour) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = window.painted(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element): string => {
      const around = element.assignedSlot ?? element.parentNode;
      const next = around instanceof ShadowRoot ? around.host : (around as Element | Document);
      if (next instanceof Document) return 'Canvas';
      const {backgroundColor} = getComputedStyle(next);
      return window.painted(backgroundColor)[3] === 255 ? backgroundColor : behind(next);
    };
    window.contrast = (one, other) => {
      const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    };
    window.contrastBehind = (element, colour) => window.contrast(colour, behind(element));
  });
}
