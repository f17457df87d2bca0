/** Our own scheme: pages have an origin of their own, and no file:// rights (checklist 18). */
export const appScheme = 'app';
export const appHost = 'evenkeel';
export const appOrigin = `${appScheme}://${appHost}`;
export const startPage = `${appOrigin}/index.html`;
