import createClient from 'openapi-fetch';
import { language } from '../words/language';
import { sendAgain } from './retry';
import type { paths } from './schema';

/** What everybody may read, asked for without a token: nobody has to sign in for it, and who has is not told from who has not. */
export const openApi = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request: Request) => {
    request.headers.set('Accept-Language', language.value);
    return sendAgain(request, one => fetch(one));
  },
});
