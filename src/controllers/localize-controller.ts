import {en, type Words} from '../locales/en.js';

/** The texts in the element's own language. */
export class LocalizeController {
  get words(): Words {
    return {...en, lang: 'en'};
  }
}
