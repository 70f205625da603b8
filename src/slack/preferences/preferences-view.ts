import type { types } from '@slack/bolt';
import { languages } from '../../domain/language.ts';
import { formatPhone } from '../../domain/phone.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import { businessSharing, type Choices, transcriptReaders } from '../../store/preferences.ts';
import { type ModalView, plain } from '../ui/blocks.ts';
import { input, option, textInput } from '../ui/form-fields.ts';
import { timeZoneLabel, timeZonesLike } from '../ui/time-zones.ts';
import type { Profile } from '../workspace/profiles.ts';
import { asInSlack } from './preferences-form.ts';
import { preferencesWords } from './words.ts';

export const preferencesFormId = 'preferences';

/** A person's choices, and the values in Slack where they chose nothing. */
export type PreferencesForm = { choices: Choices; profile: Profile; inSlack: Profile };

export function preferencesView({ choices, profile, inSlack }: PreferencesForm, now: number): ModalView {
  const words = preferencesWords[profile.language];
  const { name, callbackPhone } = choices;
  const timeZone = choices.timeZone && isTimeZone(choices.timeZone) ? choices.timeZone : asInSlack;
  return {
    type: 'modal',
    callback_id: preferencesFormId,
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(words.cancel),
    blocks: [
      input({ field: 'language', label: words.language }, languageSelect(choices, profile, inSlack)),
      input(
        { field: 'timeZone', label: words.timeZone, hint: words.timeZoneHint },
        {
          type: 'external_select',
          action_id: 'timeZone',
          min_query_length: 0,
          placeholder: plain(words.timeZonePlaceholder),
          initial_option: timeZoneOption(timeZone, profile, inSlack, now),
        },
      ),
      input(
        { field: 'name', label: words.name, hint: words.nameHint, optional: true },
        textInput('name', { value: name }),
      ),
      input(
        { field: 'callbackPhone', label: words.callbackPhone, hint: words.callbackPhoneHint, optional: true },
        textInput('callbackPhone', { value: callbackPhone && formatPhone(callbackPhone) }),
      ),
      input({ field: 'transcripts', label: words.transcripts }, transcriptsRadio(choices, profile)),
      input(
        { field: 'businesses', label: words.businesses, hint: words.businessesHint },
        businessesRadio(choices, profile),
      ),
    ],
  };
}

function languageSelect(choices: Choices, { language }: Profile, inSlack: Profile): types.StaticSelect {
  const words = preferencesWords[language];
  const automatic = option(words.asInSlack(words.languages[inSlack.language]), asInSlack);
  const chosen = choices.language && option(words.languages[choices.language], choices.language);
  return {
    type: 'static_select',
    action_id: 'language',
    options: [automatic, ...languages.map((one) => option(words.languages[one], one))],
    initial_option: chosen ?? automatic,
  };
}

function transcriptsRadio({ transcripts = 'thread' }: Choices, { language }: Profile): types.RadioButtons {
  const { transcriptsFor } = preferencesWords[language];
  return {
    type: 'radio_buttons',
    action_id: 'transcripts',
    options: transcriptReaders.map((one) => option(transcriptsFor[one], one)),
    initial_option: option(transcriptsFor[transcripts], transcripts),
  };
}

function businessesRadio({ businesses = 'workspace' }: Choices, { language }: Profile): types.RadioButtons {
  const { businessesFor } = preferencesWords[language];
  return {
    type: 'radio_buttons',
    action_id: 'businesses',
    options: businessSharing.map((one) => option(businessesFor[one], one)),
    initial_option: option(businessesFor[businesses], businesses),
  };
}

/** The options of the time zone menu for the typed text. */
export function timeZoneOptions(
  query: string,
  profile: Profile,
  inSlack: Profile,
  now: number,
): types.PlainTextOption[] {
  const found = timeZonesLike(query, profile);
  return [asInSlack, ...found].map((timeZone) => timeZoneOption(timeZone, profile, inSlack, now));
}

function timeZoneOption(timeZone: string, { language }: Profile, inSlack: Profile, now: number) {
  if (timeZone !== asInSlack) return option(timeZoneLabel(timeZone, language, now), timeZone);
  return option(
    preferencesWords[language].asInSlack(timeZoneLabel(inSlack.timeZone, language, now)),
    asInSlack,
  );
}
