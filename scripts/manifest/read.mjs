// The manifest as the analyzer makes it from the source, and where to look in it.
import {cli} from '@custom-elements-manifest/analyzer/cli.js';

const CONFIG = 'custom-elements-manifest.config.mjs';

/** @returns {Promise<object>} what `custom-elements.json` holds */
export async function analyze() {
  const argv = ['analyze', '--quiet', '--config', CONFIG];
  // Once through JSON: the analyzer leaves undefined fields in.
  return JSON.parse(JSON.stringify(await cli({argv, noWrite: true})));
}

/**
 * @param {object} manifest
 * @returns {{element: object, classOf: (name: string) => object | undefined}} the element, and any class by its name
 */
export function look(manifest) {
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  return {
    element: declarations.find(({tagName}) => tagName),
    classOf: (wanted) => declarations.find(({name}) => name === wanted),
  };
}
