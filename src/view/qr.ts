import {generate} from 'lean-qr/nano';

/** A QR code as one SVG path on a grid of `size` modules, without the white around it. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The QR code of a text: a square for each dark run of a row. */
export function qrPath(text: string): QrCode {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const start = x;
      while (code.get(x, y)) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1H${start}`;
    }
  }
  return {size: code.size, path};
}
