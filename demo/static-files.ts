import {readFile} from 'node:fs/promises';
import {extname, join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SITE = join(ROOT, 'demo', 'site');
const CDN = join(ROOT, 'dist', 'cdn');
const SDK = join(ROOT, 'node_modules', '@telnyx', 'webrtc', 'lib', 'bundle.mjs');

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A file to send. */
export interface StaticFile {
  contentType: string;
  content: Buffer;
}

/** Finds what a URL path stands for: a page of the site, a file of the build (`/dist/cdn/`) or the SDK (`/sdk.js`). */
export async function readStatic(pathname: string): Promise<StaticFile | undefined> {
  const file = locate(pathname);
  const contentType = file && CONTENT_TYPES[extname(file)];
  if (!contentType) return undefined;
  try {
    return {contentType, content: await readFile(file)};
  } catch {
    return undefined;
  }
}

function locate(pathname: string): string | undefined {
  if (pathname === '/sdk.js') return SDK;
  if (pathname.startsWith('/dist/cdn/')) return inside(CDN, pathname.slice('/dist/cdn/'.length));
  return inside(SITE, pathname === '/' ? 'index.html' : pathname.slice(1));
}

/** The file's path, unless it leads out of its folder. */
function inside(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, decoded));
  return file.startsWith(folder + sep) && !decoded.includes('\0') ? file : undefined;
}
