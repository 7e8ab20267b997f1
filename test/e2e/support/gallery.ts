import {startSite, type Site} from '../../../demo/server.js';
import {test as base} from './fixtures.js';
import {addPreviews, lookOf} from './previews.js';

/** A page of the gallery, and everything that it asked of the network. */
export interface Frame {
  open(choice?: Readonly<Record<string, string>>): Promise<void>;
  /** Shows what a name stands for, and waits until it stands still. */
  show(name: string): Promise<void>;
  readonly asked: readonly string[];
}

export const test = base.extend<{frame: Frame}, {demo: Site}>({
  demo: [
    async ({gateway}, use) => {
      const site = await startSite({gateway});
      await use(site);
      await site.close();
    },
    {scope: 'worker'},
  ],
  frame: async ({page, demo}, use) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await addPreviews(page);
    await use({
      asked,
      open: async (choice = {}) => {
        await page.goto(`${demo.url}/gallery-frame.html?${new URLSearchParams(choice).toString()}`);
      },
      show: (name) => page.evaluate((look) => window.showPreview(look), lookOf(name)),
    });
  },
});
