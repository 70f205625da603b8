/** The languages in which Kally has words. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** The languages that KallyAI speaks on the phone, and writes. */
export const callLanguages = ['en', 'es'] as const;
export type CallLanguage = (typeof callLanguages)[number];

/** What KallyAI speaks and writes for people of each language of ours. */
export const callLanguageFor: Record<Language, CallLanguage> = { en: 'en', es: 'es' };

/** The language of a tag as Slack and browsers write it (`es-MX`), where Kally has words in it. */
export function languageOfTag(tag: string | undefined): Language | undefined {
  const [primary] = tag?.toLowerCase().split('-') ?? [];
  return languages.find((one) => one === primary);
}
