import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {pieces} from '../../src/view/links.js';

/** As it is shown: links in brackets. */
const shown = (text: string) =>
  pieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.href}>`))
    .join('');

describe('Links in a text that comes from elsewhere', () => {
  const linked: ReadonlyArray<readonly [string, string]> = [
    ['https://shop.example/', '<https://shop.example/>'],
    ['See https://shop.example/a?b=c#d.', 'See <https://shop.example/a?b=c#d>.'],
    ['(https://shop.example/a)', '(<https://shop.example/a>)'],
    ['https://wiki.example/Cat_(animal)', '<https://wiki.example/Cat_(animal)>'],
    ['(see (https://shop.example/a_(b)).).', '(see (<https://shop.example/a_(b)>).).'],
    [`https://a${')'.repeat(1_900)}`, `<https://a/>${')'.repeat(1_900)}`],
    [`https://a/${').'.repeat(900)}`, `<https://a/>${').'.repeat(900)}`],
    [
      `https://a/${'('.repeat(900)}b${')'.repeat(900)})`,
      `<https://a/${'('.repeat(900)}b${')'.repeat(900)}>)`,
    ],
    ['"https://shop.example/a", and', '"<https://shop.example/a>", and'],
    ['HTTPS://SHOP.example/A', '<https://shop.example/A>'],
    ['a https://a.example/ b https://b.example/', 'a <https://a.example/> b <https://b.example/>'],
    ['https://a.example/\nhttps://b.example/', '<https://a.example/>\n<https://b.example/>'],
    ['詳しくは https://shop.example/a 。', '詳しくは <https://shop.example/a> 。'],
    ['https://shop.example/a、次に', '<https://shop.example/a>、次に'],
    ['mailto:desk@shop.example', '<mailto:desk@shop.example>'],
    ['Call tel:+1-234-567-8900 now', 'Call <tel:+1-234-567-8900> now'],
    // The true name of a host with foreign letters is shown.
    ['https://xn--pple-43d.example/', '<https://xn--pple-43d.example/>'],
  ];
  for (const [text, expected] of linked) it(text.slice(0, 80), () => expect(shown(text)).to.equal(expected));

  const plain: readonly string[] = [
    '',
    'Hello',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://shop.example/1',
    'view-source:https://shop.example/',
    'javascript://https://shop.example/%0aalert(1)',
    'file:///etc/passwd',
    'http://shop.example/',
    'ftp://shop.example/',
    'shop.example',
    '//shop.example/',
    'https://',
    `https://a${')'.repeat(4_990)}`,
    `https://a/${'b'.repeat(2_000)}`,
    'https:///',
    'https://%',
    'xhttps://shop.example/',
    'https://bank.example@evil.example/',
    'https://bank.example:443@evil.example/',
    'https://user:secret@evil.example/',
    'https://@evil.example/',
    'https://bank.example\\@evil.example/',
    // Letters that look like others, and what can't be seen.
    'https://аpple.example/',
    'https://appl\u0435.example/',
    'https://shop\u200b.example/',
    'https://shop.example\u200b/evil',
    'https://shop\u00ad.example/',
    'https://bank.example\u2060.evil.example/',
    'https://shop.example/\u202egpj.exe',
    '\u202ehttps://shop.example/moc.knab',
    '\u2066https://shop.example/\u2069',
    'https://shop.example/a\u0301',
    'https://shop.example/\u0000a',
    'mailto:',
    'mailto:desk@shop.example?bcc=all@evil.example',
    'mailto:a@b.example,c@d.example',
    'tel:',
    'tel:*21*123%23',
    'tel:+123;phone-context=evil',
    '<a href="https:evil.example">x</a>',
    '<img src=x onerror=alert(1)>',
  ];
  for (const text of plain)
    it(`${JSON.stringify(text.slice(0, 80))} (${text.length}) stays text`, () =>
      expect(pieces(text).every((piece) => typeof piece === 'string') && shown(text) === text).to.equal(
        true,
      ));

  it('nothing of a text gets lost, and nothing but what is on the list becomes a link', () => {
    const parts = fc.constantFrom(
      ...[
        'https://',
        'mailto:',
        'tel:',
        'a.example',
        '/',
        '@',
        ':',
        '.',
        ' ',
        '(',
        ')',
        '\u202e',
        'é',
        '1',
        'javascript:',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(parts, fc.string({unit: 'grapheme', maxLength: 3})), {maxLength: 12}),
        (some) => {
          const text = some.join('');
          let at = 0;
          for (const piece of pieces(text)) {
            if (typeof piece === 'string') {
              at = text.indexOf(piece, at);
              expect(at).to.be.at.least(0);
              at += piece.length;
              continue;
            }
            const {protocol, username, password} = new URL(piece.href);
            expect(protocol).to.match(/^(https|mailto|tel):$/);
            expect(username + password).to.equal('');
          }
        },
      ),
    );
  });
});
