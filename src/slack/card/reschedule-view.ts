import { z } from 'zod';
import type { Call } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { recipientOf, whenText } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { formWords } from '../form/words.ts';
import { type Message, type ModalView, plain, section, sentence } from '../ui/blocks.ts';
import { datePicker, input, timePicker } from '../ui/form-fields.ts';
import { placeOfTimeZone } from '../ui/formats.ts';
import { noticeView } from '../ui/notices.ts';
import { uiWords } from '../ui/words.ts';

export const rescheduleFormId = 'reschedule_form';

const memorySchema = z.object({ callId: z.uuid(), timeZone: z.string() });
export const readRescheduleMemory = (metadata: string) => memorySchema.parse(JSON.parse(metadata));

type Reschedule = { call: Call; date?: string; time?: string; trouble?: string };

/** Asks for another time at which KallyAI is to dial, on the clock that the call was asked for with. */
export function rescheduleView(language: Language, { call, date, time, trouble }: Reschedule): ModalView {
  const { reschedule } = callActionWords[language];
  const form = formWords[language];
  const { timeZone } = call.request;
  return {
    type: 'modal',
    callback_id: rescheduleFormId,
    title: plain(reschedule.title),
    submit: plain(reschedule.submit),
    close: plain(uiWords[language].cancel),
    private_metadata: JSON.stringify(memorySchema.parse({ callId: call.id, timeZone })),
    blocks: [
      ...(trouble ? [section(trouble)] : []),
      { type: 'section', text: plain(reschedule.intro(recipientOf(call, true))) },
      input({ field: 'date', label: form.date }, datePicker(date)),
      input(
        { field: 'time', label: form.time, hint: form.timesAreIn(placeOfTimeZone(timeZone, language)) },
        timePicker(time),
      ),
    ],
  };
}

/** While KallyAI is told, and what came of it. */
export function rescheduleNotice(language: Language, text?: string): ModalView {
  const { reschedule } = callActionWords[language];
  return noticeView(language, text ?? reschedule.underWay, reschedule.title);
}

type When = { date: string; time: string; now: number };

/** For the call's thread, where others wait for the result too. */
export function movedMessage({ request, requester }: Call, when: When): Message {
  const { language } = request;
  const { movedBy } = callActionWords[language].reschedule;
  return sentence(movedBy(`<@${requester.userId}>`, whenText(language, request, when)));
}
