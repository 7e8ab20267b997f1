// The parts of docs/network.md.
import {code, table} from '../manifest/markdown.mjs';
import * as network from './network.ts';

/** A page that serves the button's files and answers for its tokens itself. */
const OWN = {files: `'self'`, endpoints: [`'self'`]};
const SHOP = 'https://shop.example';

/** @returns {Record<string, string>} each part by the name of its place */
export const networkParts = () => ({
  hosts: table(
    ['for', 'host', 'port', 'protocol'],
    [
      ['signaling: logins, calls', hostOf(network.SIGNALING), '443', 'TCP: WebSocket over TLS (`wss:`)'],
      ['reports of calls; recordings, where they are on', hostOf(network.SIGNALING), '443', 'TCP: `https:`'],
      ...network.ICE_URLS.map(network.iceServer).map(({use, host, port, protocol}) => [
        use === 'STUN'
          ? 'STUN: which address the visitor has'
          : 'TURN: carries the sound where UDP can’t go straight',
        code(host),
        `${port}`,
        protocol === 'TLS' ? 'TCP: TLS (`turns:`)' : protocol,
      ]),
    ],
  ),
  regions: table(
    ['set', 'host of signaling and reports'],
    [
      ['nothing', hostOf(network.SIGNALING)],
      ...network.REGIONS.map((region) => [code(`region="${region}"`), hostOf(network.signalingIn(region))]),
      [code('env="development"'), hostOf(network.SIGNALING_IN_DEVELOPMENT)],
    ],
  ),
  page: http({
    'Content-Security-Policy': network.contentPolicy({...OWN, signaling: network.SIGNALING}),
    'Permissions-Policy': network.permissionsPolicy(),
  }),
  'other-origins': http({
    'Content-Security-Policy': network.contentPolicy({
      files: 'https://cdn.example',
      endpoints: ['https://api.example'],
      signaling: network.SIGNALING,
    }),
  }),
  'trusted-types': http({'Content-Security-Policy': network.TRUSTED_TYPES}),
  'in-regions': table(
    ['`region`', 'directive'],
    network.REGIONS.map((region) => {
      const sources = network.directives({...OWN, signaling: network.signalingIn(region)});
      return [code(region), code(`connect-src ${sources['connect-src']}`)];
    }),
  ),
  embedding: http({
    'Content-Security-Policy': `frame-src ${SHOP}`,
    'Permissions-Policy': network.permissionsPolicy(SHOP),
  }),
  frame: block('html', `<iframe src="${SHOP}/call.html" allow="${network.ALLOW}"></iframe>`),
});

function hostOf(origin) {
  return code(new URL(origin).host);
}

function http(headers) {
  return block(
    'http',
    Object.entries(headers)
      .map((header) => header.join(': '))
      .join('\n'),
  );
}

function block(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
