export function findBrowser(): string | null;
export function findFirefox(): string | null;
