import { webApi } from '@slack/bolt';
import { z } from 'zod';

const tokenSchema = z.object({ access_token: z.string() });
const whoSchema = z.object({
  'https://slack.com/user_id': z.string(),
  'https://slack.com/team_id': z.string(),
  'https://slack.com/enterprise_id': z.string().nullish(),
});

/** Sign in with Slack: who uses the browser. It asks only for the ids. */
export function createSignIn({
  clientId,
  clientSecret,
  redirectUri,
  apiUrl,
  clientOptions,
}: {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  apiUrl: string;
  clientOptions: webApi.WebClientOptions;
}) {
  const app = new webApi.WebClient(undefined, clientOptions);

  async function ask(code: string) {
    const credentials = { client_id: clientId, client_secret: clientSecret };
    const given = { ...credentials, code, redirect_uri: redirectUri };
    const { access_token } = tokenSchema.parse(await app.openid.connect.token(given));
    const person = new webApi.WebClient(access_token, clientOptions);
    return whoSchema.parse(await person.openid.connect.userInfo());
  }

  return {
    signInUrl(state: string, workspaceId: string): string {
      const url = new URL('/openid/connect/authorize', apiUrl);
      const query = {
        response_type: 'code',
        scope: 'openid',
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        ...(workspaceId.startsWith('T') && { team: workspaceId }),
      };
      url.search = new URLSearchParams(query).toString();
      return url.href;
    },

    /** `undefined` if Slack rejects the code. */
    async personOf(code: string): Promise<{ userId: string; workspaceIds: string[] } | undefined> {
      try {
        const who = await ask(code);
        const workspaceIds = [who['https://slack.com/team_id'], who['https://slack.com/enterprise_id']];
        return {
          userId: who['https://slack.com/user_id'],
          workspaceIds: workspaceIds.filter((id) => id != null),
        };
      } catch (error) {
        if (error instanceof webApi.WebAPIPlatformError) return undefined;
        throw error;
      }
    },
  };
}
