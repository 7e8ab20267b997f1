import {expect} from '@open-wc/testing';
import {guideFor, needsReload, systemOf} from '../../src/view/guide.js';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MOBILE = `${IPHONE} ${WEBKIT}`;

describe('The guide', () => {
  const rows: Array<[name: string, guide: string, system: string, userAgent: string, touchPoints?: number]> =
    [
      ['Chrome, Windows', 'chrome', 'windows', `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36`],
      [
        'Chrome, Windows with a touch screen',
        'chrome',
        'windows',
        `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
        10,
      ],
      ['Chrome, Mac', 'chrome', 'mac', `${MAC} ${BLINK} Chrome/142.0.0.0 Safari/537.36`],
      ['Chromium, Linux', 'chrome', 'other', `${LINUX} ${BLINK} Chrome/156.0.0.0 Safari/537.36`],
      [
        'Chrome OS',
        'chrome',
        'other',
        `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
      ],
      [
        'Edge, Windows',
        'edge',
        'windows',
        `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
      ],
      [
        'Opera, Windows',
        'other',
        'windows',
        `${WINDOWS} ${BLINK} Chrome/141.0.0.0 Safari/537.36 OPR/125.0.0.0`,
      ],
      [
        'Firefox, Windows',
        'firefox',
        'windows',
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
      ],
      [
        'Firefox, Mac',
        'firefox',
        'mac',
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0',
      ],
      [
        'Firefox, Linux',
        'firefox',
        'other',
        'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
      ],
      [
        'Firefox, Android',
        'other',
        'android',
        'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
      ],
      ['Safari, Mac', 'safari', 'mac', `${MAC} ${WEBKIT} Version/18.5 Safari/605.1.15`],
      ['Web, Linux', 'other', 'other', `${LINUX} ${WEBKIT} Version/18.0 Safari/605.1.15`],
      ['DuckDuckGo, Mac', 'other', 'mac', `${MAC} ${WEBKIT} Version/17.4 Safari/605.1.15 Ddg/17.4`],
      ['Safari, iPhone', 'ios-safari', 'ios', `${MOBILE} Version/18.5 Mobile/15E148 Safari/604.1`, 5],
      ['Safari, iPad, as a Mac', 'ios-safari', 'ios', `${MAC} ${WEBKIT} Version/18.5 Safari/605.1.15`, 5],
      ['Chrome, iPhone', 'other', 'ios', `${MOBILE} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`, 5],
      [
        'Chrome, iPad, as a Mac',
        'other',
        'ios',
        `${MAC} ${WEBKIT} CriOS/142.0.7444.77 Version/18.5 Safari/605.1.15`,
        5,
      ],
      ['Firefox, iPhone', 'other', 'ios', `${MOBILE} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`, 5],
      [
        'Edge, iPhone',
        'other',
        'ios',
        `${MOBILE} Version/18.0 EdgiOS/142.0.0.0 Mobile/15E148 Safari/604.1`,
        5,
      ],
      [
        'Chrome, Android',
        'android-chrome',
        'android',
        `${ANDROID} ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`,
        5,
      ],
      [
        'Chrome, Android tablet',
        'android-chrome',
        'android',
        `${ANDROID} ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
        5,
      ],
      [
        'Samsung Internet',
        'other',
        'android',
        `${ANDROID} ${BLINK} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
        5,
      ],
      [
        'Edge, Android',
        'other',
        'android',
        `${ANDROID} ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36 EdgA/142.0.0.0`,
        5,
      ],
      [
        'Facebook, iPhone',
        'in-app',
        'ios',
        `${MOBILE} Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBDV/iPhone14,5]`,
        5,
      ],
      [
        'Facebook, Android',
        'in-app',
        'android',
        `Mozilla/5.0 (Linux; Android 14; SM-S911B; wv) ${BLINK} Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/520.0.0.44.99;]`,
        5,
      ],
      [
        'Instagram, iPhone',
        'in-app',
        'ios',
        `${MOBILE} Mobile/22F76 Instagram 380.0.0.28.104 (iPhone14,5; iOS 18_5)`,
        5,
      ],
      ['Line, iPhone', 'in-app', 'ios', `${MOBILE} Mobile/15E148 Safari Line/15.8.0`, 5],
      [
        'TikTok, iPhone',
        'in-app',
        'ios',
        `${MOBILE} Mobile/15E148 musical_ly_2023907030 BytedanceWebview/d8a21c6`,
        5,
      ],
      [
        'TikTok, Android',
        'in-app',
        'android',
        `Mozilla/5.0 (Linux; Android 13; Pixel 6) ${BLINK} Version/4.0 Chrome/120.0 Mobile Safari/537.36 trill_310503 BytedanceWebview/d8a21c6`,
        5,
      ],
      ['Google app, iPhone', 'in-app', 'ios', `${MOBILE} GSA/370.0.762543316 Mobile/15E148 Safari/604.1`, 5],
      ['LinkedIn, iPhone', 'in-app', 'ios', `${MOBILE} Mobile/15E148 [LinkedInApp]/9.31.1`, 5],
      [
        'Snapchat, iPhone',
        'in-app',
        'ios',
        `${MOBILE} Mobile/15E148 Snapchat/13.44.0.40 (like Safari/8621.2.5)`,
        5,
      ],
      [
        'Pinterest, Android',
        'in-app',
        'android',
        `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${BLINK} Version/4.0 Chrome/141.0 Mobile Safari/537.36 [Pinterest/Android]`,
        5,
      ],
      [
        'WeChat, Android',
        'in-app',
        'android',
        `Mozilla/5.0 (Linux; Android 13; M2012) ${BLINK} Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50`,
        5,
      ],
      [
        'some app, Android',
        'in-app',
        'android',
        `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A; wv) ${BLINK} Version/4.0 Chrome/141.0 Mobile Safari/537.36`,
        5,
      ],
      ['some app, iPhone', 'in-app', 'ios', `${MOBILE} Mobile/15E148`, 5],
      ['nothing', 'other', 'other', ''],
    ];
  for (const [name, guide, system, userAgent, touchPoints = 0] of rows) {
    it(`${name}: ${guide}, ${system}`, () => {
      expect(guideFor(userAgent, touchPoints)).to.equal(guide);
      expect(systemOf(userAgent, touchPoints)).to.equal(system);
    });
  }

  it('believes a web view that says so by its brand alone', () => {
    const chrome = `${ANDROID} ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`;
    expect(guideFor(chrome, 5, ['Chromium', 'Google Chrome'])).to.equal('android-chrome');
    expect(guideFor(chrome, 5, ['Chromium', 'Android WebView'])).to.equal('in-app');
  });

  it('offers a reload where Safari may remember its no until then', () => {
    for (const guide of ['safari', 'ios-safari'] as const) {
      expect(needsReload('microphone-denied', guide)).to.equal(true);
      expect(needsReload('microphone-dismissed', guide)).to.equal(true);
      expect(needsReload('microphone-missing', guide)).to.equal(false);
    }
    expect(needsReload('microphone-denied', 'chrome')).to.equal(false);
  });
});
