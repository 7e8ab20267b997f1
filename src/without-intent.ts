import type {Settings} from './call-config.js';

/** What is warmed up without any intent. */
type Warmed = HTMLElement & Pick<Settings, 'warmUp'> & {warm(): Promise<void>};

/** Warms a button up at once, or when it is seen, as `warm-up` says. Never in a page that is only prepared. */
export function startWhenAllowed(host: Warmed): void {
  if ((document as {prerendering?: boolean}).prerendering)
    document.addEventListener('prerenderingchange', () => startWhenAllowed(host), {once: true});
  else if (host.warmUp === 'load') void host.warm();
  else if (host.warmUp === 'visible')
    new IntersectionObserver((seen, eye) => {
      if (!seen.some(({isIntersecting}) => isIntersecting)) return;
      eye.disconnect();
      void host.warm();
    }).observe(host.shadowRoot!.querySelector('.place')!);
}
