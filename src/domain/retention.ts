/** For how many days after their end calls may be kept. */
export const retentionDaysRange = { min: 1, max: 365 } as const;
