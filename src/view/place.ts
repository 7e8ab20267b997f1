/** A rectangle in the viewport (CSS px). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Space between the panel and the button, and between the panel and the viewport's edge (px). */
const GAP = 8;

/**
 * Where the panel's top left corner goes: below the button where there is room, else above, flush with the
 * button's leading edge, and never outside the viewport as long as it fits.
 *
 * @param rtl whether the leading edge is the right one
 */
export function place(
  button: Box,
  panel: Pick<Box, 'width' | 'height'>,
  viewport: Pick<Box, 'width' | 'height'>,
  rtl: boolean,
): {x: number; y: number} {
  const below = button.top + button.height + GAP;
  const above = button.top - GAP - panel.height;
  const fits = below + panel.height + GAP <= viewport.height;
  const leading = rtl ? button.left + button.width - panel.width : button.left;
  return {
    x: clamp(leading, viewport.width - panel.width),
    y: clamp(fits || above < GAP ? below : above, viewport.height - panel.height),
  };
}

function clamp(wish: number, room: number): number {
  return Math.round(Math.max(GAP, Math.min(wish, room - GAP)));
}
