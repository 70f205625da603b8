/** A row in a list by time; the id decides between rows of one moment. */
type At = { at: number; id: string };

/**
 * The rows that come after one in such a list, which goes back in time, or those before it. It need not exist any more, and rows that are
 * added meanwhile move nothing.
 */
export function beyond<Column extends string>(column: Column, { at, id }: At, side: 'older' | 'newer') {
  const moment = new Date(at);
  const [time, tie] = side === 'older' ? [{ lt: moment }, { lt: id }] : [{ gt: moment }, { gt: id }];
  const sameMoment = { [column]: moment, id: tie } as Record<Column, Date> & { id: typeof tie };
  return { OR: [{ [column]: time } as Record<Column, typeof time>, sameMoment] };
}
