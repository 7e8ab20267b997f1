import {expect} from '@open-wc/testing';
import {generate} from 'lean-qr/nano';
import {qrPath} from '../../src/view/qr.js';

describe('The QR code', () => {
  it('as a path covers the dark modules, all of them and nothing else', () => {
    const text = 'tel:+12345678900';
    const {size, path} = qrPath(text);
    const code = generate(text);
    expect(size).to.equal(code.size);
    const shape = new Path2D(path);
    const ink = document.createElement('canvas').getContext('2d')!;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        expect(ink.isPointInPath(shape, x + 0.5, y + 0.5), `${x}, ${y}`).to.equal(code.get(x, y));
      }
    }
  });
});
