/** What a person lets an assistant do in their name: read their own calls, propose calls, stop calls. Nothing dials. */
export const assistantScopes = ['read', 'propose', 'stop'] as const;
export type AssistantScope = (typeof assistantScopes)[number];

export const assistantNameMax = 80;

/** A token by which an assistant reaches Kally in a person's name, without the token itself. Times are milliseconds since the epoch. */
export type AssistantToken = {
  id: string;
  /** The person's own word for the assistant. */
  name: string;
  scopes: AssistantScope[];
  createdAt: number;
  expiresAt: number;
  lastUsedAt?: number;
};
