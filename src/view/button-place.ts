/** Room between the button and what has the focus (px): enough for its outline. */
const GAP = 8;

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/**
 * How far down (px; up if negative) a floating button goes so that what has the focus in the page can be seen. `0` if
 * it covers nothing of it, or there is no room above or below.
 */
export function wayOff(button: Box, focused: Box, height: number): number {
  if (
    focused.right <= button.left ||
    focused.left >= button.right ||
    focused.bottom <= button.top ||
    focused.top >= button.bottom ||
    // Of an article or an editor enough can be seen: a click in it is no reason to jump.
    focused.bottom - focused.top > height / 2
  )
    return 0;
  const up = focused.top - button.bottom - GAP;
  const down = focused.bottom - button.top + GAP;
  return button.top + up >= 0 ? up : button.bottom + down <= height ? down : 0;
}
