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
 * button's leading edge, else with the other, and never outside the viewport as long as it fits.
 *
 * @param rtl whether the leading edge is the right one
 */
export function place(
  button: Box,
  panel: Pick<Box, 'width' | 'height'>,
  viewport: Pick<Box, 'width' | 'height'>,
  rtl: boolean,
): {x: number; y: number} {
  // Where there is no button there is nothing to keep off.
  const gap = button.height && GAP;
  const below = button.top + button.height + gap;
  const above = button.top - gap - panel.height;
  const fits = below + panel.height + GAP <= viewport.height;
  const [left, right] = [button.left, button.left + button.width - panel.width];
  const [leading, trailing] = rtl ? [right, left] : [left, right];
  const room = viewport.width - panel.width;
  return {
    x: clamp(leading >= GAP && leading <= room - GAP ? leading : trailing, room),
    y: clamp(fits || above < GAP ? below : above, viewport.height - panel.height),
  };
}

function clamp(wish: number, room: number): number {
  return Math.round(Math.max(GAP, Math.min(wish, room - GAP)));
}
