/** Calls that take a turn: what is offered, corrected, taken back, tied to something or cut off. */
export const turningCalls = {
  en: `
== no-parking-here | GB restaurant | Ask whether they have parking | called 2026-12-01 | - - Kit Rowe
H: Olive Yard.
A: Hello, I'm an AI assistant calling for Kit Rowe. Do you have parking?
H: There's no parking here, but the station has some.
> answered
== no-gino-here | GB restaurant | Table for 2 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Kit Rowe
H: Hello?
A: Hello, I'm an AI assistant calling for Kit Rowe. Is Gino there? It's about a table.
H: There's no Gino here, mate.
> not_reached | flag wrong_number
== retracted-cross-you-out-then | GB restaurant | Table for 2 on Friday at 7, in the garden | called 2026-12-01 | 2026-12-04 19:00 x2 Kit Rowe
H: Olive Yard.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for two on Friday at seven?
H: Friday at seven, lovely, you're booked in.
A: That is the garden, isn't it?
H: There's no garden here, love, only the bar. I'll cross you out then.
A: Please do.
> declined | may date 2026-12-04 | may time 19:00
== crossed-out-as-asked | GB restaurant | Cancel the table on Friday | called 2026-12-01 | 2026-12-04 - Kit Rowe
H: Olive Yard.
A: Hello, I'm an AI assistant calling for Kit Rowe. She needs to cancel her table on Friday.
H: Done, that's cancelled. I'll take it off the sheet as well.
> arranged | may date 2026-12-04
== first-half-hour | GB general | A plumber on Thursday at 9 | called 2026-12-01 | 2026-12-03 09:00 Kit Rowe
H: Drip Brothers.
A: Hello, I'm an AI assistant calling for Kit Rowe. Can somebody come on Thursday at nine?
H: Nine on Thursday is fine, you're booked in. It's sixty pounds for the first half hour.
> arranged | date 2026-12-03 @2 | time 09:00 @2 | price 60.00 GBP @2
== earliest-we-could-see-her | GB clinic | Dentist on Tuesday at 10, it must be that day | called 2026-12-01 | 2026-12-08 10:00 Kit Rowe
H: Mill Dental.
A: Hello, I'm an AI assistant calling for Kit Rowe. Could she be seen on Tuesday the eighth at ten?
H: Yeah, hmm, that whole day is solid. The earliest we could see her is Friday the eleventh at two.
A: She can't do Friday, so I won't take it.
H: No bother at all.
> declined | date 2026-12-11 @2 | time 14:00 @2 | other date 2026-12-08 2026-12-11 | other time 10:00 14:00
== you-misheard-me | US restaurant | Table for 2 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Kit Rowe
H: Salt House.
A: Hi, I'm an AI assistant calling for Kit Rowe. A table for two on Friday at seven?
H: Friday we have thirty coming for a wake.
A: Seven works, then. Please book it for Rowe.
H: Oh, you misheard me. That's their party, and they have the room.
A: I see. Anything at the bar?
H: No, we're not seating anybody else that night.
> declined
== i-wish | US restaurant | Table for 8 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x8 Kit Rowe
H: Salt House.
A: Hi, I'm an AI assistant calling for Kit Rowe. Eight people on Friday at seven?
H: Eight, oh no, that's too many. I could squeeze in five of you.
A: All eight are coming. Is there a bench you could add?
H: I wish. It's the one five-top.
A: I have to ask her, then.
H: Sure thing.
> declined | may other partySize 8 5
== best-ringing-back | GB clinic | Flu jab on Monday | called 2026-12-01 | 2026-12-07 - Kit Rowe
H: Park Surgery.
A: Hello, I'm an AI assistant calling for Kit Rowe. She'd like a flu jab on Monday.
H: The list isn't out. You'd be best ringing back tomorrow.
> unclear | flag asked_to_call_back
== list-in-case-somebody-drops | GB restaurant | Table for 2 on Friday at 8 | called 2026-12-01 | 2026-12-04 20:00 x2 Kit Rowe
H: Olive Yard, hello.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for two on Friday at eight?
H: Friday's full, I'm afraid. I can take her name in case somebody drops out.
A: Yes please, Rowe.
H: Rowe, two of you. There are four in front of you, mind.
> declined
== queen-at-one-forty | US hotel | A room for the night of December 12 | called 2026-12-01 | 2026-12-12 - x2 Kit Rowe
H: Pine Motel.
A: Hi, I'm an AI assistant calling for Kit Rowe. Do you have a room for the night of December twelfth?
H: The twelfth, sure. A queen at one forty, or the suite at two thirty.
A: The queen, please.
H: You're booked.
> arranged | date 2026-12-12 @2 | price 140.00 USD @2 | may price 230.00 USD
== first-thing-quarter-past-eight | GB general | Boiler repair tomorrow at 3 | called 2026-12-01 | 2026-12-02 15:00 Kit Rowe
H: Hot Pipes.
A: Hello, I'm an AI assistant calling for Kit Rowe. Can somebody look at her boiler tomorrow at three?
H: Three's gone. First thing I could do, quarter past eight.
A: Quarter past eight is fine.
H: Grand, that's you booked in.
> arranged | time 08:15 @2 | other time 15:00 08:15
== i-am-putting-you-down-at-seven | GB restaurant | Table for 2 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Kit Rowe
H: Olive Yard.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for two on Friday at seven?
H: I am putting you down for Friday at seven.
> arranged | date 2026-12-04 @2 | time 19:00 @2
== back-by-nine | GB restaurant | Table for 4 on Friday at 8 | called 2026-12-01 | 2026-12-04 20:00 x4 Kit Rowe
H: Olive Yard.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for four on Friday at eight?
H: There's two sittings, half six or half eight.
A: Half six, please.
H: Half six on Friday, booked. At eight they'd have to be out, is that all right?
A: That's fine.
> arranged | time 18:30 @2,4 | date 2026-12-04 @4 | other time 20:00 18:30 | may flag condition
== that-is-the-old-one | US general | Pick up the parcel on Friday | called 2026-12-01 | 2026-12-04 - Kit Rowe
H: Swift Parcels.
A: Hi, I'm an AI assistant calling for Kit Rowe to arrange a pickup on Friday.
H: Friday is good, it's scheduled. Your reference number is seven seven one nine.
A: Seven seven one nine.
H: Oh, wait, that's the old one. Yours is seven seven two oh.
> arranged | date 2026-12-04 @2 | confirmation 7720 @4
== no-that-is-weekdays | GB general | Ask about opening hours on Saturday | called 2026-12-01 | - - Kit Rowe
H: Town Baths.
A: Hello, I'm an AI assistant calling for Kit Rowe. What are your hours on Saturday?
H: Saturday it's nine to six... no, sorry, that's weekdays. Saturday it's ten to four.
> answered | hours Sa 10:00-16:00 @2 | may hours Mo-Fr 09:00-18:00
== will-not-charge | GB clinic | Cancel tomorrow's appointment | called 2026-12-01 | 2026-12-02 - Kit Rowe
H: Park Dental.
A: Hello, I'm an AI assistant calling for Kit Rowe. She has to cancel her appointment tomorrow.
H: It's usually thirty pounds at this notice. But she's a good patient, so I won't charge her. I've cancelled it.
> arranged | may date 2026-12-02
== not-this-friday-the-next | GB restaurant | Table for 6 on Friday 11 December at 7 | called 2026-12-01 | 2026-12-11 19:00 x6 Kit Rowe
H: Olive Yard.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for six on Friday the eleventh at seven?
H: So not this Friday, the next one. Seven for six, yes, you're booked.
> arranged | time 19:00 @2 | may date 2026-12-11 @2
== goes-to-the-board | GB general | Book the church hall for Saturday 12 December | called 2026-12-01 | 2026-12-12 - Kit Rowe
H: Parish office.
A: Hello, I'm an AI assistant calling for Kit Rowe. Could she have the hall on Saturday the twelfth?
H: It's free as far as the diary goes, but I can't book it myself, it has to go to the vicar.
A: Thank you.
> unclear
== cannot-look-call-at-five | US restaurant | Table for 4 tomorrow at 6 | called 2026-12-01 | 2026-12-02 18:00 x4 Kit Rowe
H: Taco Town.
A: Hi, I'm an AI assistant calling for Kit Rowe. A table for four tomorrow at six?
H: We're in the middle of service, I can't check the book. Could you call again around five?
A: Sure.
H: Thanks.
> unclear | flag asked_to_call_back
== cut-off-in-the-middle | GB general | Tennis court on Wednesday at 7 pm | called 2026-12-01 | 2026-12-02 19:00 Kit Rowe
H: Court club.
A: Hello, I'm an AI assistant calling for Kit Rowe. Is a court free on Wednesday at seven?
H: At seven the indoor one is taken, but I can do the one outside, and the
A: Hello? Are you there?
> unclear
== disconnected-number | US general | Book a haircut on Friday | called 2026-12-01 | 2026-12-04 - Kit Rowe
H: You have reached a number that has been disconnected or is no longer in service.
> not_reached
== recorded-turn-that-off | GB restaurant | Table for 2 on Friday at 8 | called 2026-12-01 | 2026-12-04 20:00 x2 Kit Rowe
H: Olive Yard.
A: Hello, I'm an AI assistant on a recorded line, calling for Kit Rowe. A table for two on Friday at eight?
H: You're recording? Turn that off.
A: I understand.
H: Friday at eight for two, that's booked.
> arranged | date 2026-12-04 @4 | time 20:00 @4 | flag recording_objection
== eight-it-is | US restaurant | Brunch for 10 on Sunday at 11 | called 2026-12-01 | 2026-12-06 11:00 x10 Kit Rowe
H: Egg House.
A: Hi, I'm an AI assistant calling for Kit Rowe. Brunch for ten on Sunday at eleven?
H: Our biggest table takes eight. Eight I can do.
A: Then eight, please.
H: Eight it is, Sunday at eleven. Have her call Friday to confirm or it goes to the next people.
A: She will.
> arranged | date 2026-12-06 @4 | time 11:00 @4 | other partySize 10 8 | flag condition | may flag asked_to_call_back
== finished-by-nine-takes-nothing | AU clinic | Physio on Tuesday at 7.30 am | called 2026-12-04 | 2026-12-08 07:30 Kit Rowe
H: Bay Physio.
A: Hi, I'm an AI assistant calling for Kit Rowe. Anything on Tuesday at half past seven in the morning?
H: The earliest is quarter past nine.
A: She has to be done by nine, so she can't take it.
H: No worries.
> declined | time 09:15 @2 | date 2026-12-08 @2 optional | other time 07:30 09:15
== card-to-hold-it-is-not-yet | US restaurant | Table for 8 on Saturday at 7 | called 2026-12-01 | 2026-12-05 19:00 x8 Kit Rowe
H: Stone Grill.
A: Hi, I'm an AI assistant calling for Kit Rowe. A table for eight on Saturday at seven?
H: I could do seven thirty.
A: Seven thirty works.
H: Okay, Saturday at seven thirty. I'd need a credit card to hold it.
A: She'll call with that.
H: Alright.
> unclear | may time 19:30 | may date 2026-12-05 | flag condition
== text-if-it-frees-up | GB clinic | Eye test on Monday at 10 | called 2026-12-01 | 2026-12-07 10:00 Ada Pruitt
H: Clear Sight.
A: Hello, I'm an AI assistant calling for Ada Pruitt. Is there an eye test free on Monday at ten?
H: Somebody's got that pencilled in. I could drop her a text if it frees up?
A: Yes, please do.
H: Okay, I've made a note of it.
> unclear | may date 2026-12-07 | may time 10:00
== bedtime-rules-it-out | US restaurant | Table for 4 Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x4 Ada Pruitt
H: Cedar House.
A: Hi, I'm an AI assistant calling for Ada Pruitt. A table for four on Friday at seven?
H: Best I can do is nine.
A: Nine is past the kids' bedtime, so that rules it out.
H: Alright then.
> declined | time 21:00 @2 | other time 19:00 21:00 | may date 2026-12-04
== should-be-right-hang-on-yep | AU restaurant | Lunch for 12 on Sunday at 12.30 | called 2026-12-01 | 2026-12-06 12:30 x12 Ada Pruitt
H: Surf Club.
A: Hi, I'm an AI assistant calling for Ada Pruitt. Lunch for twelve on Sunday at half past twelve?
H: Should be right, hang on. Yep, you're sweet. Sunday half twelve.
> arranged | date 2026-12-06 @2 | time 12:30 @2
== request-that-the-host-confirms | US restaurant | Table for 5 Saturday at 7 | called 2026-12-01 | 2026-12-05 19:00 x5 Hugo Dane
H: Iron Pan.
A: Hi, I'm an AI assistant calling for Hugo Dane. Five people Saturday at seven?
H: Saturday at seven... I can put in the request, and the host confirms by text in the afternoon.
A: Please do that.
H: Alright, it's in. Keep an eye on your phone.
> unclear | may date 2026-12-05 | may time 19:00
== quarter-to-or-quarter-past-eight | GB restaurant | Table for 3 on Friday at 7.15 | called 2026-12-01 | 2026-12-04 19:15 x3 Hugo Dane
H: Quince.
A: Hello, I'm an AI assistant calling for Hugo Dane. A table for three on Friday at quarter past seven?
H: I can do quarter to or quarter past eight.
A: Quarter to eight, please.
H: Quarter to it is. All done.
> arranged | time 19:45 @2,4 | other time 19:15 19:45 | date 2026-12-04 optional
== tough-at-eight-she-will-pass | US restaurant | Table for 2 Friday at 8 | called 2026-12-01 | 2026-12-04 20:00 x2 Ines Falk
H: Lark.
A: Hi, I'm an AI assistant calling for Ines Falk. Two people Friday at eight?
H: Eight's tough. I could squeeze her in at the bar at nine thirty.
A: She doesn't want the bar, so she'll pass.
H: Got it. Have a good night.
> declined | time 21:30 @2 | other time 20:00 21:30
== popped-in-then-it-will-not-let-me | GB restaurant | Table for 6 on Sunday at 1 | called 2026-12-01 | 2026-12-06 13:00 x6 Ines Falk
H: The Plough.
A: Hello, I'm an AI assistant calling for Ines Falk. A table for six on Sunday at one?
H: Sunday at one, six... lovely, I'll pop that in. Oh, hold on, it's telling me we're over. No, sorry, it won't let me.
A: Is there another time?
H: Not on Sunday, no.
> declined
== late-and-the-table-is-gone | US restaurant | Table for 4 tonight at 6 | called 2026-12-01 | 2026-12-01 18:00 x4 Ines Falk
H: Pho Corner.
A: Hi, I'm an AI assistant calling for Ines Falk. A table for four tonight at six?
H: Tonight six, four people, okay. What name?
A: Falk.
H: F-A-L-K. Okay. If late more than fifteen minutes, table gone.
A: Understood.
> arranged | time 18:00 @2 | may date 2026-12-01 | may name Falk | may flag condition
== cost-of-it-after-a-yes | US clinic | Teeth cleaning on Thursday at 10 | called 2026-12-01 | 2026-12-03 10:00 Omar Reyes
H: Bright Dental.
A: Hi, I'm an automated assistant calling for Omar Reyes. A cleaning on Thursday at ten?
H: I could get him in at ten forty?
A: Ten forty works.
H: Great. It's ninety dollars, and if he needs X-rays that's more.
A: I'll let him know.
H: Cool. I've got Omar down for Thursday the third.
> arranged | date 2026-12-03 @6,0 | time 10:40 @2 | price 90.00 USD @4 | name Omar | other time 10:00 10:40
== took-her-off | US general | Cancel my haircut on Friday at 3 | called 2026-12-01 | 2026-12-04 15:00 Rosa Diaz
H: Fade Factory.
A: Hi, I'm an AI assistant calling for Rosa Diaz. She has to cancel her cut on Friday.
H: Let me see. Got her Friday at three.
A: That's right.
H: Alright, took her off.
A: Is there a fee?
H: Nah, she gave me plenty of time.
> arranged | date 2026-12-04 @2 | time 15:00 @2
== does-not-know-what-they-have | GB restaurant | Table for 4 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x4 Priya Shah
H: Hello, Bella Roma.
A: Hello, I'm an AI assistant calling for Priya Shah. A table for four on Friday at seven?
H: Friday, yes. Seven, you said?
A: That's right.
H: Very good. I'm only the cook, I don't know what they have in the book. You phone again at six.
A: All right.
H: Okay, bye.
> unclear | flag asked_to_call_back | may date 2026-12-04 | may time 19:00
== keep-a-table-for-her | GB restaurant | Table for 2 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Jo Lane
H: The Crown.
A: Hello, I'm an AI assistant calling for Jo Lane. A table for two on Friday at seven?
H: Friday, seven, the two of you. Under Lane, is it?
A: Yes.
H: We'll hold a nice table for her.
> arranged | date 2026-12-04 @2 | time 19:00 @2 | may name Lane
== score-it-out-again | GB hotel | A double room for Friday night | called 2026-12-01 | 2026-12-04 Ewan Muir
H: Glen Hotel.
A: Hello, I'm an AI assistant calling for Ewan Muir. A double room for Friday night?
H: Aye, that's him booked in. What's that, Jean? Oh no. I'll need to, I'll have to score that out, my wife let it this morning. We're full.
A: That's a pity.
> declined
== ten-past-of-that-hour | GB general | Collect an order tonight at 6 | called 2026-12-01 | 2026-12-01 18:00 Nia Rees
H: Golden Fry.
A: Hi, an AI assistant calling for Nia Rees. Two cod and chips to collect tonight at six.
H: We're busy, so six is pushing it. Say twenty past and it'll be ready.
A: Twenty past is fine.
H: Lovely, it's all in.
> arranged | time 18:20 @2 | other time 18:00 18:20 | date 2026-12-01 optional
== depends-on-what-he-asks-then | GB general | Ask what it costs to clean a rug | called 2026-12-01 | Nia Rees
H: Rugs R Us.
A: Hello, I'm an AI assistant calling for Nia Rees. What does it cost to have a rug cleaned?
H: Depends. Is it wool?
A: Yes, wool.
H: Wool's sixty pounds.
> answered | price 60.00 GBP @4
== retract-so-is-it-hers | GB restaurant | The back room for 12 on Friday at 8 | called 2026-12-01 | 2026-12-04 20:00 x12 Jo Lane
H: The Barn, Tess here.
A: Hello, I'm an AI assistant calling for Jo Lane. The back room for twelve on Friday at eight?
H: Twelve on Friday, at eight, lovely. I've got that down for Marta.
A: So is the room booked?
H: Well, that's up to Marta, I only wait tables.
> unclear | may date 2026-12-04 | may time 20:00
== retract-reserve-list | GB general | A place on the pottery course on Sunday at 2 | called 2026-12-01 | 2026-12-06 14:00 Jo Lane
H: Clay Works.
A: Hello, I'm an AI assistant calling for Jo Lane. A place on the course on Sunday at two?
H: Sunday at two. What's the surname?
A: Lane.
H: Lane, got you down.
A: So she has a place?
H: On the reserve list, yeah. The course has been sold out for weeks.
> declined | may date 2026-12-06 | may time 14:00 | may name Lane
== choice-is-still-open | US general | Book a massage on Sunday at 3 | called 2026-12-01 | 2026-12-06 15:00 Ana Cruz
H: Juniper Spa.
A: Hi, an AI assistant calling for Ana Cruz. A massage on Sunday at three?
H: Absolutely! Sixty or ninety minutes?
A: Sixty, please.
H: Perfect. That's a hundred and twenty dollars. Swedish or deep tissue?
A: Swedish.
H: Beautiful. I gotta ask the girls who's on, don't go anywhere.
A: Hello?
> unclear | price 120.00 USD @4 | may flag on_hold_abandoned | may date 2026-12-06 | may time 15:00
== take-your-chances-see-you | GB restaurant | Table for 6 on Sunday at 1 | called 2026-12-01 | 2026-12-06 13:00 x6 Jo Lane
H: The Plough.
A: Hello, I'm an AI assistant calling for Jo Lane. A table for six on Sunday at one?
H: We don't take bookings on a Sunday, love. You turn up and take your chances.
A: I understand. Thanks anyway.
H: Smashing, see you Sunday!
> declined
== takes-it-off-and-rubs-it-out | GB restaurant | Cancel the table on Friday at 8 | called 2026-12-01 | 2026-12-04 20:00 Jo Lane
H: The Plough.
A: Hello, I'm an AI assistant calling for Jo Lane about her table on Friday. Could you take it off, please?
H: Lane, Friday at eight?
A: That's right.
H: No bother, I've rubbed it out. Most people don't ring.
> arranged | name Lane | may date 2026-12-04 | may time 20:00
== another-floor-will-do | US restaurant | Table for 6 on Saturday at 1 | called 2026-12-01 | 2026-12-05 13:00 x6 Ana Cruz
H: Casa Blu.
A: Hi, an AI assistant calling for Ana Cruz. A table for six on Saturday at one?
H: We can't fit six down here. Does she mind the stairs?
A: Upstairs is fine.
H: Then Saturday at one, Cruz, six people.
> arranged | date 2026-12-05 @4 | time 13:00 @4 | may name Cruz
== drop-it-off-and-we-look-out | US general | Oil change on Wednesday at 8 | called 2026-12-01 | 2026-12-02 08:00 Ana Cruz
H: Shore Auto.
A: Hi, an AI assistant calling for Ana Cruz. An oil change on Wednesday at eight in the morning?
H: Have her drop it off Wednesday at eight. It runs fifty dollars.
A: Thank you.
H: We'll be watching for her.
> arranged | date 2026-12-02 @2 | time 08:00 @2 | price 50.00 USD @2
== retract-all-set-call-the-one-who-books | US restaurant | Brunch for 6 on Sunday at 11 | called 2026-12-01 | 2026-12-06 11:00 x6 Ana Cruz
H: Magnolia.
A: Hi, an AI assistant calling for Ana Cruz. Brunch for six on Sunday at eleven?
H: Sunday at eleven, sure. Cruz, you said? Got it.
A: So she's all set?
H: I only open up here. Call tomorrow and ask for Rita, she does the tables.
A: Thank you.
H: Sure thing.
> unclear | flag asked_to_call_back | may date 2026-12-06 | may time 11:00 | may name Cruz
== reference-read-wrong | GB clinic | Move the check-up to Tuesday at 11 | called 2026-12-01 | 2026-12-08 11:00 Jo Lane
H: Park Dental.
A: Hello, I'm an AI assistant calling for Jo Lane. Could her check-up be on Tuesday the eighth at eleven?
H: I've moved it to the eighth at eleven. Your reference is B, four, four, M, two.
A: B, four, four, M, two?
H: Sorry, I misread it. B, four, four, N as in Nancy, two.
> arranged | date 2026-12-08 @2 | time 11:00 @2 | confirmation B44N2 @4
== hundred-and-twelve-fitted | GB general | Ask what two tyres cost | called 2026-12-01 | Jo Lane
H: Lane Tyres.
A: Hello, I'm an AI assistant calling for Jo Lane. What do two front tyres cost?
H: Hundred and twelve pounds the pair, fitted. They have to be over sixteen inches.
> answered | price 112.00 GBP @2
== one-seventy-nine-dollars | NZ general | Ask what a bike service costs | called 2026-12-01 | Moana Hira
H: Chain Gang.
A: Hello, I'm an AI assistant calling for Moana Hira. What does a bike service cost?
H: It's one seventy-nine dollars.
> answered | price 179.00 NZD @2
== in-friday-out-sunday | IE hotel | Double room for two nights from Friday | called 2026-12-01 | 2026-12-04 Jo Lane
H: Sea House.
A: Hello, I'm an AI assistant calling for Jo Lane. A double room for two nights from Friday?
H: Grand, that's done for you. In Friday the fourth, out Sunday the sixth.
> arranged | date 2026-12-04 @2
== an-email-either-way | US restaurant | The back room for 20 on Thursday at 6 | called 2026-12-01 | 2026-12-03 18:00 x20 Ana Cruz
H: Brick House.
A: Hi, an AI assistant calling for Ana Cruz. Is the back room free on Thursday at six for twenty?
H: It looks open, but a company has first dibs on it.
A: Could you put her down?
H: Not yet. My manager has to ask those people, and then we'll drop her an email either way.
A: Thank you.
H: Sure thing.
> unclear
== line-between-two-of-the-business | GB general | Move the sofa delivery to Tuesday | called 2026-12-01 | 2026-12-08 - Kit Rowe
H: Oak Sofas.
A: Hello, I'm an AI assistant calling for Kit Rowe, about her delivery.
H: Yes, the green two-seater, I can see it.
H: Could that be moved to Tuesday the eighth?
H: That's no problem. And okay, moved it. The lads call her when they're ten minutes out.
A: So it's Tuesday the eighth now?
H: Yes, all taken care of.
> arranged
== another-shout-after-three | IE general | Ask whether the bike is ready | called 2026-12-01 | Kit Rowe
H: Spokes.
A: Hello, I'm an AI assistant calling for Kit Rowe. Is her bike ready?
H: I couldn't tell you now, himself is at his dinner. Give us another shout after three.
> unclear | flag asked_to_call_back
== no-until-then | US hotel | A cabin for 5 on April 9 | called 2026-12-01 | 2027-04-09 - x5 Kit Rowe
H: Lake Cabins.
A: Hello, I'm an AI assistant calling for Kit Rowe. A cabin for five on April ninth?
H: April ninth, yeah, one's open. Once I get the contract back signed I put you on the calendar.
A: Is it hers until then?
H: No, I don't keep anything without the contract.
A: I'll let her know.
H: Okay, it's on its way.
> unclear | may date 2027-04-09 | may flag condition
== then-it-is-confirmed | GB general | A meeting room for 10 on 13 May | called 2026-12-01 | 2027-05-13 09:00 x10 Kit Rowe
H: Hub House.
A: Hello, I'm an AI assistant calling for Kit Rowe. A room for ten on the thirteenth of May from nine?
H: The big room is free. You choose it in the app and pay, and then it's confirmed.
A: Can you keep it for her in the meantime?
H: I can't, sorry, it goes to whoever pays first.
A: I understand.
H: Thanks for calling, we look forward to seeing you!
> unclear | may date 2027-05-13 | may flag condition
== waitlist-number-six | CA general | Swimming lessons on Saturday at 9.30 | called 2026-12-01 | 2026-12-12 09:30 Kit Rowe
H: Rec centre.
A: Hello, I'm an AI assistant calling for Kit Rowe. Is there a place in the Saturday group at half past nine?
H: That one filled up in an hour, sorry. I can put her on the waitlist, she gets an email if one opens up.
A: Yes, please.
H: Okay, she's on there, number six.
A: Thank you.
H: No problem. See you.
> declined
== take-that-back | CA clinic | A massage on Tuesday at 5.30 | called 2026-12-01 | 2026-12-08 17:30 Kit Rowe
H: Cedar Clinic.
A: Hello, I'm an AI assistant calling for Kit Rowe. A massage on Tuesday the eighth at five thirty?
H: Five thirty, sure, I can get her in with Jo. Oh no, sorry, Jo's off that day. I have to take that back.
A: Anything else that week?
H: Not a thing.
> declined
== card-by-tonight-or-let-go | US restaurant | Brunch for 9 on Sunday at 11 | called 2026-12-01 | 2026-12-06 11:00 x9 Kit Rowe
H: Egg House.
A: Hello, I'm an AI assistant calling for Kit Rowe. Brunch for nine on Sunday at eleven?
H: Nine's gonna be tricky, that booth tops out at eight.
A: Eight will do.
H: Okay. I need a card on file.
A: She'll call in with the card today.
H: All right, Rowe, eight people, Sunday, eleven. No card by tonight and I let it go.
> arranged | date 2026-12-06 @6 | time 11:00 @6 | name Rowe @6 | other partySize 9 8 | flag condition
== standing-until-moved | GB clinic | Move the eye test to Monday at 4.30 | called 2026-12-01 | 2026-12-14 16:30 Kit Rowe
H: Lens and Co.
A: Hello, I'm an AI assistant calling for Kit Rowe. Could her eye test this Thursday move to Monday the fourteenth at half past four?
H: Rowe, yes, she's in at two on Thursday. Monday the fourteenth, half four, that's free.
A: Wonderful.
H: Okay, I've moved her over.
> arranged | date 2026-12-14 @2 | time 16:30 @2 | name Rowe @2
== code-spelled-where-one-was-asked-for | GB hotel | Cancel the room on 12 December | called 2026-12-01 | 2026-12-12 - Kit Rowe
H: Hill House.
A: Hello, I'm an AI assistant calling for Kit Rowe. She has to cancel her room on the twelfth.
H: That's it taken off for you.
A: Could I have a cancellation number?
H: Aye. D for Delta, X for X-ray, four, oh, seven.
> arranged | confirmation DX407 @4 | may date 2026-12-12
== week-on-the-old-sheet | GB general | When is the pool open? | called 2026-12-01 | Kit Rowe
H: Town baths.
A: Hello, I'm an AI assistant calling for Kit Rowe. When are you open on Saturday?
H: Saturday's nine to three. Wait, no, they cut us back, nine to one now.
> answered | hours Sa 09:00-13:00 @2
== nothing-till-the-fax | CA clinic | An ultrasound on Monday at 11 | called 2027-03-18 | 2027-03-22 11:00 Kit Rowe
H: Lake Imaging.
A: Hello, I'm an AI assistant calling for Kit Rowe. An ultrasound on Monday at eleven?
H: Monday at eleven is open right now. But I can't enter anything till the doctor faxes the form.
A: Could you set it aside in the meantime?
H: I really can't.
A: I'll let her know.
H: Sounds great, bye for now!
> unclear | may date 2027-03-22 | may time 11:00
== on-the-bit-of-paper | IE hotel | A twin on Saturday | called 2027-05-19 | 2027-05-22 - Kit Rowe
H: Bay Lodge.
A: Hello, I'm an AI assistant calling for Kit Rowe. A twin room this Saturday?
H: There's one showing at a hundred and forty for the night, but I'd want to ask Maeve.
A: So that's the twin on Saturday, then.
H: That's what I have on the bit of paper. One of us will give you a shout.
> unclear | may price 140.00 EUR | may date 2027-05-22
== put-them-on-the-list | US clinic | A first appointment next week | called 2026-12-01 | Kit Rowe
H: Bay Dental.
A: Hello, I'm an AI assistant calling for Kit Rowe. A first appointment next week?
H: We're not accepting new patients until the spring.
A: Is there a waiting list?
H: There is. I can add her, but nobody's moved off it since summer.
A: Please do.
H: Okay, I put Kit on the list.
> declined
== yours-is-another-number | GB restaurant | Table for 5 on Friday at 7.45 | called 2027-06-15 | 2027-06-18 19:45 x5 Kit Rowe
H: Heron.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for five on Friday at a quarter to eight?
H: Quarter to eight I can do. Right, that's in for Friday the eighteenth. Your reference is L eight two... no, that's off the line above. Yours is S five one P, S for Sugar, P for Peter.
> arranged | date 2027-06-18 @2 | time 19:45 @2 | confirmation S51P @2
== three-oh-five-if-uninsured | US clinic | A cleaning on Thursday at 9 | called 2027-09-30 | 2027-10-07 09:00 Kit Rowe
H: Prairie Dental.
A: Hello, I'm an AI assistant calling for Kit Rowe. A cleaning on Thursday at nine?
H: Nine on Thursday is fine, she's booked in. It's two hundred and five dollars if she doesn't have insurance.
> arranged | date 2027-10-07 @2 | time 09:00 @2 | price 205.00 USD @2
== shut-that-friday-is-no-habit | GB restaurant | Table for 3 on Friday at 7.30 | called 2027-01-06 | 2027-01-08 19:30 x3 Kit Rowe
H: Saffron.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for three on Friday at half seven?
H: Sorry, my brother says we're shut Friday, the boiler man is coming.
A: Thank you for telling me.
> declined
== shut-mondays-is-a-habit | GB restaurant | Table for 4 on Monday at 7 | called 2027-02-11 | 2027-02-15 19:00 x4 Kit Rowe
H: Bridge Kitchen.
A: Hello, I'm an AI assistant calling for Kit Rowe. Four people on Monday at seven?
H: We're shut Mondays, love.
A: When are you open?
H: Tuesday through Saturday it's five while ten, and Sundays twelve till four.
> declined | hours Mo off @2 | hours Tu-Sa 17:00-22:00 @4 | hours Su 12:00-16:00 @4
== nothing-to-put-him-in | US clinic | A skin check on Friday at 3 | called 2027-03-16 | 2027-03-19 15:00 Kit Rowe
H: Lake Skin.
A: Hello, I'm an AI assistant calling for Kit Rowe. A skin check on Friday the nineteenth at three?
H: Has she been in before?
A: No, she would be new.
H: Oh. The doctor's panel is closed to new folks. I got nothing to put her in.
A: When might that change?
H: Nobody's told us up front here. Sorry.
> declined
== whoever-pays-first | AU hotel | A cottage for 2 from May 14 | called 2027-05-05 | 2027-05-14 - x2 Kit Rowe
H: Creek Cottages.
A: Hello, I'm an AI assistant calling for Kit Rowe. A cottage for two from Friday the fourteenth?
H: The little one is free from the fourteenth, it's a hundred and ninety a night.
A: Could you book it for her?
H: I'll text her the link, she puts her card in there.
A: Is it held for her meanwhile?
H: Nah, we can't hold anything from this end.
A: I'll tell her to be quick.
H: No worries at all, enjoy your stay!
> unclear | price 190.00 AUD @2 | may date 2027-05-14 | may flag condition
== all-done-on-the-list | GB general | Start swimming on Saturday at 9.30 | called 2027-04-14 | 2027-04-24 09:30 Kit Rowe
H: Leisure centre.
A: Hello, I'm an AI assistant calling for Kit Rowe. A place in the group on Saturday the twenty-fourth at half nine?
H: That group's at its limit, but I can pop her on the list for the next place.
A: Yes please.
H: All done! She's third. We'll message as soon as something comes up.
> declined
== early-bird-at-ten-past-eight | AU clinic | A check-up tomorrow at 4 | called 2027-02-15 | 2027-02-16 16:00 Kit Rowe
H: Palm Dental.
A: Hello, I'm an AI assistant calling for Kit Rowe. A check-up tomorrow at four?
H: Tomorrow arvo's chockers. If she's an early bird I can get her in tomorrow at ten past eight.
A: Ten past eight tomorrow morning works.
H: No dramas, in she goes.
> arranged | date 2027-02-16 @2 | time 08:10 @2 | other time 16:00 08:10
== saturday-at-seven-instead | CA restaurant | Table for 4 on Friday at 7 | called 2027-02-24 | 2027-02-26 19:00 x4 Kit Rowe
H: Pine.
A: Hello, I'm an AI assistant calling for Kit Rowe. Four people on Friday at seven?
H: Friday there's a banquet, I've got zip. Saturday I could give you seven o'clock.
A: Saturday won't work for her.
H: Gotcha.
> declined | date 2027-02-27 @2 | time 19:00 @2 | other date 2027-02-26 2027-02-27
== taped-and-rung-no-more | GB clinic | An appointment on Monday at 2 | called 2027-06-03 | 2027-06-07 14:00 Kit Rowe
H: Wharf Clinic.
A: Hello, I'm an AI assistant calling for Kit Rowe, and this call is recorded. An appointment on Monday at two?
H: I don't care to be taped, for a start. And please don't have this thing ring us any more.
> declined | flag recording_objection | flag do_not_call_again
== you-have-reached-the-queue | US general | Ask if the refill is ready | called 2027-04-20 | Kit Rowe
H: You've reached Green Pharmacy. You are number nine in line.
A: Hello, I'm an AI assistant calling for Kit Rowe.
H: You are now number eight in line.
> not_reached | flag on_hold_abandoned
== put-your-name-on-the-board | US restaurant | Table for 4 on Saturday at 7 | called 2027-05-20 | 2027-05-22 19:00 x4 Kit Rowe
H: Smokehouse.
A: Hello, I'm an AI assistant calling for Kit Rowe, and the call is recorded. A table for four on Saturday at seven?
H: Recorded? I ain't cool with that. Anyhow, we don't save tables, y'all just show up and put your name on the board.
A: I'll pass that along.
> declined | flag recording_objection
== will-be-there-at-five-yup | US general | A cab to the airport tomorrow at 5 am | called 2027-03-15 | 2027-03-16 05:00 Kit Rowe
H: Yellow Cabs.
A: Hello, I'm an AI assistant calling for Kit Rowe. A cab to the airport tomorrow morning at five?
H: Five a.m., airport. Tell her be out front.
A: So a driver will be there at five?
H: Yup. Forty-five flat.
> arranged | time 05:00 @2 | price 45.00 USD @4 | may date 2027-03-16
== you-want-a-number-for-it | US general | Cancel the cleaning on Thursday | called 2027-03-10 | 2027-03-18 - Kit Rowe
H: Shine Carpets.
A: Hello, I'm an AI assistant calling for Kit Rowe. She needs to cancel her cleaning next Thursday.
H: All right, I took her off. You want a number for it?
A: Yes, please.
H: Six, zero, double four, K.
> arranged | confirmation 6044K @4
== the-same-sentence-twice | US hotel | A room on 25 May | called 2027-05-19 | 2027-05-25 - Kit Rowe
H: Quay Hotel, hang on, I'll put you through.
A: Thank you.
H: Thanks for choosing us. Why not try our rooftop pool?
A: I'm still here.
H: Thanks for choosing us. Why not try our rooftop pool?
> unclear | flag on_hold_abandoned | flag ai_not_disclosed
== could-be-a-yes-could-be-a-no | GB restaurant | Table for 7 on Saturday at 7.30 | called 2027-01-12 | 2027-01-16 19:30 x7 Kit Rowe
H: Kettle Kitchen.
A: Hello, I'm an AI assistant calling for Kit Rowe. A table for seven on Saturday at half past seven?
H: Saturday, half seven, I've scribbled that on a sticky note for Jan.
A: Brilliant.
H: Jan decides on anything over six. Could be a yes, could be a no.
> unclear | may date 2027-01-16 | may time 19:30
== depends-on-the-weight | AU clinic | The dog seen on Monday at 9 | called 2027-02-25 | 2027-03-01 09:00 Kit Rowe
H: Bay Vets.
A: Hello, I'm an AI assistant calling for Kit Rowe. Could her dog be seen on Monday at nine?
H: Monday's a holiday, so we're closed. Next we have is Wednesday, quarter to eight.
A: Wednesday won't work for her.
H: No dramas.
A: Could you tell me the cost?
H: Depends on weight, but that breed's usually three-sixty.
> declined | date 2027-03-03 @2 | time 07:45 @2 | other date 2027-03-01 2027-03-03 | other time 09:00 07:45 | may price 360.00 AUD
== thirtieth-and-thirty-first | IE hotel | A double for two nights from 30 July | called 2027-03-02 | 2027-07-30 - x2 Kit Rowe
H: Bay Lodge.
A: Hello, I'm an AI assistant calling for Kit Rowe. A double for two nights from the thirtieth of July?
H: I've the one double left. It'd be a hundred and seventy-five the night.
A: She's happy with that.
H: Grand so. Thirtieth and thirty-first of July, I have you down under Rowe. Nothing to pay till ye come.
> arranged | date 2027-07-30 @4 | price 175.00 EUR @2 | name Rowe @4
== never-said-you-could | US restaurant | A table for 14 on Saturday at noon | called 2027-04-21 | 2027-04-24 12:00 x14 Kit Rowe
H: Smokehouse.
A: Hello, I'm an AI assistant calling for Kit Rowe, and this call is recorded. A table for fourteen on Saturday at noon?
H: Recorded? I didn't say you could record me.
A: I'll be brief. Is a table possible?
H: We don't take reservations, never have.
> declined | flag recording_objection
== nothing-else-thanks | IE restaurant | Change the table on Friday 5 March at 7:30 pm from two to three | called 2027-03-01 | 2027-03-05 19:30 x3 Ema Ruiz
H: The Salt House.
A: Hello, I'm an AI assistant calling for Ema Ruiz. She has a table for two on Friday at half past seven and would like to make it three.
H: Ruiz, the fifth, half seven. Yeah, no bother, that's changed to three.
A: Lovely. Anything else she should know?
H: Nope. Tell her the side door's shut that night.
> arranged | date 2027-03-05 @2 | time 19:30 @2 | name Ruiz @2
== we-do-not-take-cards | US general | Brow appointment on Monday at 3 PM, Tuesday is fine too | called 2027-02-19 | 2027-02-22 15:00 Ema Ruiz
H: Arch Studio.
A: Hi, I'm an AI assistant calling for Ema Ruiz. Could she come in on Monday at three?
H: Kit's off Monday. Tuesday at half past two, would that suit?
A: Tuesday at half past two suits her.
H: Great, I moved her over. We don't accept credit cards, just so you know.
> arranged | date 2027-02-23 @2 | time 14:30 @2 | other date 2027-02-22 2027-02-23 | other time 15:00 14:30
== when-you-hear-the-tone | GB general | Get a locksmith on Tuesday morning | called 2027-02-08 | 2027-02-09 - Ema Ruiz
H: You're through to Pete's Locks. I'm on a job, so tell me your name when you hear the tone and I'll ring you tonight.
A: Hello, this is an AI assistant calling for Ema Ruiz, about a locksmith on Tuesday morning.
> not_reached | flag voicemail_greeting
== do-not-you-phone-again | GB general | Chimney sweep on Friday at 10 | called 2027-03-08 | 2027-03-12 10:00 Ema Ruiz
H: Hello?
A: Good morning, I'm an AI assistant calling for Ema Ruiz. Could the chimney be swept on Friday at ten?
H: Oh, I've no time for this. And don't you phone here again.
> declined | flag do_not_call_again
== the-counter-that-is-open | US general | Ask whether the glasses are ready | called 2027-03-08 | - - Ema Ruiz
H: Thank you for calling Clearview Optical. Our store is open Monday through Saturday from ten a.m. to six p.m.
H: You are number five in line. Your estimated wait is nine minutes.
H: [hold music]
A: I'll call at a better time.
> not_reached | flag on_hold_abandoned
== it-is-number-r-k | CA hotel | Room for two for the night of Friday, February 12 | called 2027-02-03 | 2027-02-12 - x2 Ema Ruiz
H: Harbour Inn.
A: Hello, I'm an AI assistant calling for Ema Ruiz. She needs a room for two on Friday, February the twelfth.
H: Twelfth, one night, two people. I have one left at a hundred and twelve plus tax.
A: That's fine, please book it.
H: Okay, I'll hold it till five tonight, then I have to let it go. It's under Ruiz, number R K, two two five eight.
> arranged | date 2027-02-12 @2 | price 112.00 CAD @2 | name Ruiz @4 | confirmation RK2258 @4 | flag condition
== we-will-see-what-suits | GB general | Hamper for 8, ready on Thursday at noon | called 2026-12-07 | 2026-12-10 12:00 x8 Ema Ruiz
H: Barrel and Crust!
A: Good afternoon, I'm an AI assistant calling for Ema Ruiz. She'd like a hamper for eight, ready on Thursday at noon.
H: Oh, lovely! We've some new chutneys that people are mad about.
A: Is that booked, then?
H: Tell her to drop by for a nibble, and we'll see what she likes. We're always here!
> unclear
== more-like-ten-past-eight | US restaurant | Order two pies for pickup tonight at 7:45 | called 2026-11-20 | 2026-11-20 19:45 Ema Ruiz
H: Nell's, pickup or delivery?
A: Hi, this is an AI assistant calling for Ema Ruiz. Pickup, please. Two pies, for seven forty-five.
H: Two pies. It'll be more like eight ten though, we're swamped tonight.
A: Eight ten is okay.
H: And what name do I put on it?
A: Ema.
H: Okay, Ema, two pies, eight ten.
> arranged | time 20:10 @6 | name Ema @6 | other time 19:45 20:10
== the-first-slot-we-have | US clinic | Cleaning next Tuesday at 9 | called 2027-01-12 | 2027-01-19 09:00 Ema Ruiz
H: Elm Dental.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She'd like a cleaning next Tuesday at nine.
H: So Tuesday the nineteenth... we open late, so the first slot I've got is nine forty.
A: Nine forty works for her.
H: Alright, she's down for nine forty.
> arranged | date 2027-01-19 @2 | time 09:40 @2 | other time 09:00 09:40
== the-biggest-i-can-do | AU restaurant | Table for 9 this Saturday at 1 pm, six would do | called 2027-03-11 | 2027-03-13 13:00 x9 Ema Ruiz
H: Wharf Kitchen.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She's after a table for nine this Saturday at one.
H: Biggest I can do on the Saturday is six.
A: Six would be fine.
H: Too easy, six on Saturday at one, it's locked in.
> arranged | date 2027-03-13 @2 | time 13:00 @4 | other partySize 9 6
== the-reference-is-spelled | IE clinic | Hearing test on Wednesday 14 April at half past four | called 2027-04-06 | 2027-04-14 16:30 Ema Ruiz
H: Clear Hearing, this is Nia.
A: Hi, I'm an AI assistant calling for Ema Ruiz about a hearing test on Wednesday the fourteenth at half past four.
H: Yep, we can do that. Has she been to us before?
A: No, she hasn't.
H: Grand. So that's Ema Ruiz, Wednesday the fourteenth, half four. Reference is T, K, six, two, nine.
> arranged | date 2027-04-14 @4 | time 16:30 @4 | name Ema Ruiz @4 | confirmation TK629 @4
== retracted-any-other-room | IE hotel | Single room this Friday night | called 2027-06-07 | 2027-06-11 - Ema Ruiz
H: Seaview, hello?
A: Hello, I'm an AI assistant calling for Ema Ruiz. Would you have a single this Friday night?
H: We would. The yellow room, it's eighty-five with the breakfast.
A: She'll take the yellow room, please.
H: Lovely, I'll put her down so. Oh now, wait. My sister's just after giving that one away, I'm so sorry.
A: Is there any other room that night?
H: There isn't, that was the last.
> declined | price 85.00 EUR @2 optional
== not-had-this-number | GB general | Order a wreath to collect on Friday | called 2027-02-09 | 2027-02-12 - Ema Ruiz
H: Hello?
A: Hello, I'm an AI assistant calling for Ema Ruiz. I'd like to order a wreath for Friday.
H: Oh, they've moved across town. They've not had this number for years.
A: Could they do it for Friday, do you know?
H: I should think so, they're never busy.
> not_reached | flag wrong_number
== a-buzz-when-he-is-off | AU general | Get an electrician out on Tuesday morning | called 2027-05-03 | 2027-05-04 - Ema Ruiz
H: Sparks, hi.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She'd like somebody out on Tuesday morning.
H: I can send Tom out tomorrow. Call-out's a hundred and twenty.
A: That's fine, please book it in.
H: Done. He'll give her a buzz when he's five minutes off.
> arranged | date 2027-05-04 @2 | price 120.00 AUD @2
== wrote-er-down | CA general | Have the brakes looked at this Thursday at 8 AM | called 2027-11-15 | 2027-11-18 08:00 Ema Ruiz
H: Shop.
A: Hello, I'm an AI assistant calling for Ema Ruiz. Could you look at her brakes on Thursday at eight?
H: Can she be here for half past seven? Then I'll get her on the hoist first.
A: Half past seven on Thursday, yes, she can.
H: Beauty, I wrote 'er down.
> arranged | time 07:30 @2 | other time 08:00 07:30
== never-mind-the-deposit | IE restaurant | Table for 9 on Friday at 7 pm | called 2027-08-16 | 2027-08-20 19:00 x9 Ema Ruiz
H: Hello, the Swan.
A: Hello, I'm an AI assistant calling for Ema Ruiz. A table for nine on Friday at seven?
H: Friday, nine of you, no bother. For that many we'd look for ninety euro down.
A: I'll let her know.
H: Hold on, Ema from the library? Ah, tell her never mind the deposit. Friday at seven, so, nine people, that's booked.
> arranged | date 2027-08-20 @2,4 | time 19:00 @4 | name Ema @4 optional
== call-before-wednesday | US general | Order a cake for pickup Friday May 14 at 4 PM | called 2027-05-10 | 2027-05-14 16:00 Ema Ruiz
H: Cake House.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She'd like a cake to pick up on Friday the fourteenth at four.
H: Friday the fourteenth at four works.
A: Then she'll take it, please.
H: You got it. If she wants to change the writing, call before Wednesday.
> arranged | date 2027-05-14 @2 | time 16:00 @2
== off-the-twentieth | GB general | Move the pottery class from Sunday 20 June to Sunday 27 June, same time, 2 pm | called 2027-06-14 | 2027-06-27 14:00 Ema Ruiz
H: Clay Days.
A: Hello, I'm an AI assistant calling for Ema Ruiz. Could her class move from this Sunday at two to the Sunday after?
H: Right, off the twentieth and onto the twenty-seventh. Two o'clock it stays. All moved for her.
> arranged | date 2027-06-27 @2 | time 14:00 @2
== voicemail-in-two-lines | IE general | Book the chimney sweep on Saturday | called 2027-09-14 | 2027-09-18 - Ema Ruiz
H: Hiya, this is Cian at Clean Flues. I can't come to the phone, I'm on a roof.
H: Leave your name and your number and I'll get back to you.
A: Hello, I'm an AI assistant calling for Ema Ruiz. She'd like a sweep on Saturday.
> not_reached | flag voicemail_greeting
== plus-twenty-for-the-test | US clinic | Ask what a dental cleaning for a cat costs | called 2027-09-07 | - - Ema Ruiz
H: Cat Clinic.
A: Hi, I'm an AI assistant calling for Ema Ruiz. How much is a dental cleaning for a cat?
H: That's two hundred and ten dollars, plus sixty-five for the blood test.
> answered | price 210.00 USD @2 | price 65.00 USD @2
== let-me-have-that-word-first | GB clinic | Booster for the rabbit on Thursday at ten past four | called 2026-11-10 | 2026-11-12 16:10 Ema Ruiz
H: Brook Vets.
A: Hello, I'm an AI assistant calling for Ema Ruiz. Could her rabbit come in this Thursday at ten past four?
H: Ten past four would be lovely, only that's the vet's operating day.
A: Is there someone who would know?
H: Only herself. I'll catch her at teatime and see what she says.
A: Wonderful, so she'll bring it at ten past four.
H: Let me have that word first. If she's happy, one of us'll send a text.
A: Thank you, goodbye.
H: Ta-ra.
> unclear | time 16:10 @2 optional
== that-is-lodged | AU general | Have the council pick up a sofa | called 2026-10-26 | - - Ema Ruiz
H: City of Elm, hello.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She has a sofa for the hard rubbish.
H: Truck's round there Tuesday week. I'll pop it through now.
A: Thank you.
H: Righto, that's lodged. Job number's three, oh, double six, K.
> arranged | confirmation 3066K @4 | date 2026-11-03 @2
== after-moving-her-across | IE clinic | Move the physio appointment to Thursday, same hour | called 2027-02-15 | 2027-02-18 - Ema Ruiz
H: Bay Physio.
A: Hello, I'm an AI assistant calling for Ema Ruiz. Could her appointment be moved from tomorrow to Thursday, same time?
H: There she is. Tomorrow, twenty past eleven.
A: That's the one.
H: I'm after moving her across: Thursday, twenty past eleven.
> arranged | date 2027-02-18 @4 | time 11:20 @2,4
== no-eighth-chair | GB restaurant | Sunday lunch at one for 6 | called 2026-10-27 | 2026-11-01 13:00 x6 Ema Ruiz
H: The Fox.
A: Afternoon, I'm an AI assistant calling for Ema Ruiz, about Sunday lunch, one o'clock, for six.
H: Six it is, then. Sunday, one o'clock. Who's it for?
A: Ema Ruiz.
H: Well, she's down for six and I'll not be finding a seventh chair.
> arranged | date 2026-11-01 @2 | time 13:00 @2
== all-hers | US general | Root touch-up on Thursday at ten | called 2027-03-08 | 2027-03-11 10:00 Ema Ruiz
H: Glow.
A: Hi, I'm an AI assistant calling for Ema Ruiz. Is Thursday at ten free for a root touch-up?
H: I've got Dee on Thursday at ten, if she's not picky.
A: Dee is fine. So Thursday at ten is definitely hers?
H: All hers. Bye!
> arranged | date 2027-03-11 @2 | time 10:00 @2
== quarter-past-with-the-tax | US general | Order two pizzas for pickup at six | called 2027-03-08 | 2027-03-08 18:00 Ema Ruiz
H: Lou's.
A: Hi, I'm an AI assistant ordering for Ema Ruiz. Two large cheese for pickup at six o'clock.
H: Six is tight. Quarter past?
A: A quarter past six is fine.
H: Forty-one fifty with the tax. Name's Ema, right?
A: Ema, yes.
H: 'Kay, quarter past six, Ema.
> arranged | time 18:15 @2,6 | price 41.50 USD @4 | name Ema @4,6 | other time 18:00 18:15
== a-blank-screen | US clinic | Crown fitting on January 12 at 9 AM | called 2026-12-07 | 2027-01-12 09:00 Ema Ruiz
H: Bright Dental.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She'd like her crown fitted on January twelfth at nine.
H: January isn't even built yet, I'm looking at a blank screen.
A: Is there any reason it wouldn't work?
H: Nothing jumps out at me. Just try us again after Christmas, okay?
> unclear | flag asked_to_call_back
== nobody-comes-back | CA general | Winter tires put on, Thursday at 9 am | called 2026-10-26 | 2026-10-29 09:00 Ema Ruiz
H: Hill Tire, go ahead.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She'd like her winter tires put on this Thursday at nine.
H: I might have nine thirty. Sorry, bud, gonna stick you on hold.
A: Hello, are you still there?
A: Nobody seems to be coming back to the line. I'll end the call here.
> unclear | flag on_hold_abandoned
== continue-to-hold | US general | Ask about the gas bill | called 2026-11-10 | - - Ema Ruiz
H: Thank you for calling Elm Gas. All of our representatives are currently helping other customers.
A: Hello, I'm an AI assistant calling for Ema Ruiz.
H: Please continue to hold.
> not_reached | flag on_hold_abandoned
== phone-in-a-card | CA hotel | Queen room on Friday the 16th | called 2026-10-12 | 2026-10-16 - Ema Ruiz
H: Pine Inn.
A: Hi, I'm an AI assistant calling for Ema Ruiz. A queen room on Friday the sixteenth?
H: Friday the sixteenth, I've put her down. She'll want to phone in a card by Wednesday, otherwise the system dumps it.
> arranged | date 2026-10-16 @2 | flag condition
== this-thing-phoning-here | GB clinic | See the nurse on Wednesday morning | called 2027-02-15 | 2027-02-17 - Ema Ruiz
H: Elm Surgery.
A: Good morning, I'm an AI assistant calling for Ema Ruiz. Could she see the nurse on Wednesday morning?
H: We don't take appointments from computers, my dear. Please don't have this thing phoning here again.
> declined | flag do_not_call_again
== nothing-for-the-retest | GB general | Book an MOT on Tuesday morning | called 2027-02-18 | 2027-02-23 - Ema Ruiz
H: Holt Autos.
A: Morning, I'm an AI assistant calling for Ema Ruiz. Her car needs its MOT, Tuesday morning ideally.
H: Tuesday, yeah, bring it round for half eight and we'll do it first thing. It's booked in.
A: And the charge?
H: Forty-eight, and nothing for the retest if it fails.
> arranged | date 2027-02-23 @2 | time 08:30 @2 | price 48.00 GBP @4
== retracted-take-it-back-out | US clinic | Eye exam on Tuesday the 23rd at 10 AM | called 2027-02-15 | 2027-02-23 10:00 Ema Ruiz
H: Clear Optical.
A: Good morning, I'm a virtual assistant for Ema Ruiz. Could she get an eye exam on the twenty-third at ten?
H: Ten on the twenty-third, I've put her in. Oh, shoot, the doctor might be out that week.
A: Is another doctor available?
H: It's just her. Let me take it back out for now, and once she tells me which days she's here I'll call and we'll see.
> unclear
== only-my-kitchen | IE general | Order roses to collect on Friday | called 2027-02-10 | 2027-02-12 - Ema Ruiz
H: Hello?
A: Good morning, this is an AI assistant calling for Ema Ruiz. She'd like a dozen roses on Friday.
H: I'd say they'd be lovely. But this is only my kitchen, we get her calls the whole time.
> not_reached | flag wrong_number
== the-sixth-stays | US general | Cancel the cleaning on Wednesday, December 23 | called 2026-12-21 | 2026-12-23 - Ema Ruiz
H: Sparkle.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She doesn't need the cleaning this Wednesday.
H: Okay, I've taken that one off. And the one on January sixth stays put.
> arranged | date 2027-01-06 @2 optional
== the-summer-list | NZ hotel | Ask what a bed in a shared room costs in February | called 2027-01-21 | - - Ema Ruiz
H: Swan Backpackers.
A: Hi, I'm an AI assistant calling for Ema Ruiz. What does a bed in a shared room cost a night in February?
H: That's thirty-eight a night... oh wait, sorry, that's the winter list I'm looking at.
A: No hurry.
H: Fifty-one dollars a night.
> answered | price 51.00 NZD @4
== ten-inch | US general | Order a cake for pickup Saturday at 10 am | called 2027-05-19 | 2027-05-22 10:00 Ema Ruiz
H: Crumb Bakery.
A: Hello, I'm an AI assistant calling for Ema Ruiz. She'd like a cake for about twenty people, to pick up on Saturday at ten.
H: For twenty you want the ten-inch. Saturday the twenty-second, though, eleven's the best I got.
A: Eleven o'clock will work.
H: Okay, it's in.
> arranged | date 2027-05-22 @2 | time 11:00 @2 | other time 10:00 11:00
== retracted-no-tables-are-held | US restaurant | Table for 5 on Saturday at 2 pm | called 2027-02-15 | 2027-02-20 14:00 x5 Ema Ruiz
H: Shrimp Shack.
A: Hello, I'm an AI assistant calling for Ema Ruiz. A table for five on Saturday at two?
H: Sure, we'd love to see them.
A: Could you put it under Ruiz?
H: No, we don't hold tables here. It's first come, first served.
A: Understood, thank you.
H: See you Saturday!
> declined
== tell-him-and-he-is-done | CA general | Cancel the gym membership at the end of the month | called 2027-02-15 | - - Ema Ruiz
H: Fit House.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She'd like to cancel her membership.
H: That part I can't do with a third party. It has to be her, at the desk.
A: Could she do it by email?
H: Nope, in person only, sorry. But tell her two minutes and she's done.
> declined
== do-not-book-anything | US restaurant | Just find out whether dogs are allowed on the patio. Do not book anything. | called 2027-06-10 | - - Ema Ruiz
H: Brunch House.
A: Hello, I'm an AI assistant calling for Ema Ruiz. Are dogs allowed on the patio?
H: They are, on a leash. What's the pup's name?
A: His name is Bo.
H: Okay, hope to see you and Bo!
> answered
== ten-of-seven | US restaurant | Order pizza for pickup at 6:30 tonight | called 2027-03-08 | 2027-03-08 18:30 Ema Ruiz
H: Tony's.
A: Hi, I'm an AI assistant ordering for Ema Ruiz. Two large pepperoni for six thirty tonight?
H: Two large pep. It's gonna be ten of seven.
A: Ten of seven is fine.
H: You got it, see you then. Register closes at nine.
> arranged | time 18:50 @2 | other time 18:30 18:50
== twenty-to-of-the-same-hour | CA general | Shuttle on Thursday at 4:45 AM | called 2027-10-18 | 2027-10-21 04:45 Ema Ruiz
H: Shuttle, go ahead.
A: Hi, I'm an AI assistant calling for Ema Ruiz. A ride on Thursday at a quarter to five in the morning?
H: He'll be outside at twenty to, I like it a bit early.
A: Twenty to five works.
H: You betcha, she's booked.
> arranged | time 04:40 @2 | other time 04:45 04:40
== not-b-but-d | US hotel | King bed on Friday, March 19 | called 2027-03-15 | 2027-03-19 - Ema Ruiz
H: Heron Inn.
A: Hi, I'm an AI assistant calling for Ema Ruiz. A king bed on Friday the nineteenth?
H: Friday the nineteenth, she's booked in. Your confirmation is B as in boy, seven, R, zero, two. Sorry, not B. D, D as in dog.
> arranged | date 2027-03-19 @2
== you-are-in-on-friday | NZ clinic | Move the cat's appointment to Friday at three | called 2027-03-08 | 2027-03-12 15:00 Ema Ruiz
H: Road Vets.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She needs to move her cat's appointment to Friday at three.
H: I've got Tiger down for Wednesday the tenth at three, is that the one?
A: That's the one.
H: Friday at three's gone. There's twenty past two.
A: Twenty past two, please.
H: So that's Wednesday gone, and you're in on Friday the twelfth at twenty past two.
> arranged | date 2027-03-12 @6 | time 14:20 @4,6 | other time 15:00 14:20
== or-we-can-not-go-ahead | GB clinic | Colour on Thursday at eleven | called 2027-01-18 | 2027-01-21 11:00 Ema Ruiz
H: Scissors.
A: Hello, I'm an AI assistant calling for Ema Ruiz. A colour on Thursday the twenty-first at eleven?
H: Thursday the twenty-first at eleven, she's in the book.
A: Thank you.
H: And she has to pop in for a patch test, or we can't go ahead with the colour.
> arranged | date 2027-01-21 @2 | time 11:00 @2 | flag condition optional
== the-day-after-same-time | US clinic | Cleaning this Thursday at 9 AM | called 2027-03-01 | 2027-03-04 09:00 Ema Ruiz
H: Bright Dental.
A: Hi, I'm an AI assistant calling for Ema Ruiz. A cleaning this Thursday at nine?
H: The doctor's out all day Thursday. I could put her in the day after, same time.
A: The day after at nine works for her.
H: Okay, Ruiz, nine a.m. Then she's all set.
> arranged | time 09:00 @4 | name Ruiz @4 | date 2027-03-05 @2 | other date 2027-03-04 2027-03-05
== the-first-thing-i-could-give-you | US restaurant | Table for 6 on Friday at 6:30 | called 2027-04-05 | 2027-04-09 18:30 x6 Ema Ruiz
H: Osteria Bell.
A: Hi, I'm an AI assistant calling for Ema Ruiz. A table for six this Friday at six thirty?
H: The first thing I could give you on Friday is nine fifteen.
A: That's too late for her. Thank you.
H: Sure, take care.
> declined | time 21:15 @2 | date 2027-04-09 @2 optional | other time 18:30 21:15
== she-has-the-book-with-her | ZA restaurant | Lunch for 8 on Saturday at one | called 2027-03-17 | 2027-03-20 13:00 x8 Ema Ruiz
H: Gum Kitchen.
A: Hello, I'm an AI assistant calling for Ema Ruiz. Lunch for eight this Saturday at one?
H: I'd think that should be fine, but it's my manager who does the bookings.
A: Could you write it down for now?
H: I can't, she's got the book with her. Phone again tomorrow morning.
> unclear | flag asked_to_call_back
== expecting-to-pay-eighteen | GB general | Nail trim on Thursday at four | called 2027-04-12 | 2027-04-15 16:00 Ema Ruiz
H: Paws.
A: Good morning, I'm an AI assistant calling for Ema Ruiz. A nail trim on Thursday at four?
H: Four's taken. I can do ten to five on Thursday.
A: Ten to five is fine.
H: So on behalf of Ms Ruiz, let me repeat that: Thursday, ten to five, and she's expecting to pay eighteen pounds.
H: That's the one. She's in the diary.
> arranged | date 2027-04-15 @2 | time 16:50 @2 | other time 16:00 16:50
== retracted-in-on-the-waitlist | US restaurant | Table for 6 on Saturday at 7:30 | called 2026-10-05 | 2026-10-10 19:30 x6 Ema Ruiz
H: Copper Mesa.
A: Hi, I'm an AI assistant calling for Ema Ruiz. A table for six this Saturday at seven thirty?
H: Six people, Saturday, seven thirty. Let me get a last name.
A: Ruiz.
H: Ruiz. Perfect, she's in.
A: Great, so the table's reserved?
H: Oh, no, sorry, she's in on the waitlist. We've been full since last week.
A: Understood.
H: Hope to see you Saturday!
> unclear
== all-set-but-not-cancelled | CA general | Cancel the gym membership at the end of January | called 2027-01-11 | - - Ema Ruiz
H: Iron House.
A: Hi, I'm an AI assistant calling for Ema Ruiz. She'd like to cancel her membership.
H: Sorry to see her go! Yep, got her right here.
A: Could you cancel it, please?
H: No, I can't cancel anybody over the phone. She has to come in and sign the form.
A: I'll tell her to come in.
H: Perfect. You're all set then.
> declined
== nobody-made-it-yet | CA restaurant | Table for 2 on February 14 at 7 | called 2027-02-08 | 2027-02-14 19:00 x2 Ema Ruiz
H: Birch and Bell.
A: Hi, I'm an AI assistant calling for Ema Ruiz. A table for two on the fourteenth at seven?
H: Seven for two, on the fourteenth. I've put it on a sticky note for Marjorie, she does the reservations.
A: So the reservation isn't made yet?
H: No, I just run the drinks.
> unclear
== till-i-hear | IE hotel | Twin room on Friday the 14th | called 2026-08-10 | 2026-08-14 - Ema Ruiz
H: Carrig House.
A: Hello, I'm an AI assistant calling for Ema Ruiz. A twin room on Friday the fourteenth?
H: Friday the fourteenth. I'd be delighted to have her, only I can't give it to anyone till I hear from the wedding.
A: When will you know?
H: Ring me Monday week.
> unclear | flag asked_to_call_back
== four-ninety-nine-rupees | IN general | Ask what the visit of a technician costs | called 2026-05-04 | - - Ema Ruiz
H: Cool Care.
A: Hello, I am an AI assistant calling for Ema Ruiz. What does the visit cost?
H: Visit charge is four ninety-nine rupees.
> answered | price 499.00 INR @2
`,
  es: `
== retractado-te-borro-entonces | ES general | Corte el viernes a las cinco, con Nuria | called 2026-12-01 | 2026-12-04 17:00 Rita Sanz
H: Pelos.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. ¿Un corte el viernes a las cinco?
H: El viernes a las cinco, vale, te la apunto.
A: Sería con Nuria.
H: Nuria ya no trabaja en esta casa. ¿Te borro, entonces? Venga, te borro.
A: De acuerdo, gracias.
> declined | may date 2026-12-04 | may time 17:00
== la-otra-puerta-esta-cerrada | ES clinic | Cita el jueves a las cinco | called 2026-12-01 | 2026-12-03 17:00 Rita Sanz
H: Centro Alba.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. ¿Cita el jueves a las cinco?
H: Queda apuntada el jueves a las cinco, y entre por el patio, que la puerta grande está cerrada a esa hora.
A: Muchas gracias.
H: Nada, hasta luego.
> arranged | date 2026-12-03 @2 | time 17:00 @2
== se-lo-mandamos-el-jueves | CO general | Diez sándwiches para el jueves a mediodía | called 2026-12-01 | 2026-12-03 12:00 Rita Sanz
H: Pan y Miga.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. Diez sándwiches para el jueves a mediodía.
H: Con gusto. Se los mandamos el jueves a las doce.
> arranged | date 2026-12-03 @2 | time 12:00 @2
== yo-no-le-he-dicho-eso | ES restaurant | Mesa para 6 el viernes a las nueve | called 2026-12-01 | 2026-12-04 21:00 x6 Rita Sanz
H: Casa Fermín, dígame.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. ¿Mesa para seis el viernes a las nueve?
H: Seis el viernes... tendría que mirar si mi hermano viene a servir.
A: Estupendo, queda reservada a nombre de Sanz.
H: Oiga, que yo no le he dicho eso.
A: Perdone.
> unclear
== revisan-si-no-hay-evento | MX restaurant | Mesa para 6 el viernes a las nueve | called 2026-12-01 | 2026-12-04 21:00 x6 Rita Sanz
H: La Cochera.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. ¿Mesa para seis el viernes a las nueve?
H: Le levanto la solicitud, en oficina revisan si no hay otro grupo y le escriben.
A: Muy bien, gracias.
> unclear
== le-digo-si-lo-tomo-o-no | AR general | Encargar una torta para el viernes | called 2026-12-01 | 2026-12-04 - Rita Sanz
H: Dulce Nina.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. Una torta de chocolate para el viernes.
H: Mañana te digo si tomo el pedido o no, que estoy sin horno.
A: De acuerdo, gracias.
> unclear
== que-lindo-una-boda | CO general | Peinado el sábado a las diez | called 2026-12-01 | 2026-12-05 10:00 Rita Sanz
H: Salón Vera.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. Tiene una boda y quiere un peinado el sábado a las diez.
H: Ay, una boda. El sábado a las diez, sí, ya quedó agendada.
> arranged | date 2026-12-05 @2 | time 10:00 @2
== por-si-falla-alguien | ES restaurant | Mesa para 2 el viernes a las nueve | called 2026-12-01 | 2026-12-04 21:00 x2 Luz Roca
H: Bodega Nueve.
A: Hola, soy un asistente virtual y llamo por Luz Roca. ¿Una mesa para dos el viernes a las nueve?
H: El viernes está completo. Le puedo apuntar por si cancela alguien.
A: Sí, apúntela.
H: Luz Roca, dos. Hay tres delante, ya le aviso.
> declined
== a-primera-hora-a-las-ocho | ES general | Que venga el electricista mañana a las cinco | called 2026-12-01 | 2026-12-02 17:00 Luz Roca
H: Luces Gil.
A: Hola, soy un asistente virtual y llamo por Luz Roca. ¿Podrían venir mañana a las cinco?
H: Mañana a primera hora sí, a las ocho y media.
A: A las ocho y media le va bien.
H: Pues queda apuntado.
> arranged | date 2026-12-02 @2 | time 08:30 @2 | other time 17:00 08:30
== levantar-la-mesa-a-las-once | ES restaurant | Mesa para 3 el sábado a las diez | called 2026-12-01 | 2026-12-05 22:00 x3 Luz Roca
H: Bodega Nueve.
A: Hola, soy un asistente virtual y llamo por Luz Roca. ¿Una mesa para tres el sábado a las diez?
H: Tenemos dos turnos, a las ocho y media o a las once.
A: A las ocho y media, por favor.
H: Hecho, a las ocho y media. A las once hay que levantar la mesa.
> arranged | time 20:30 @2,4 | other time 22:00 20:30 | may date 2026-12-05 | may flag condition
== ese-es-el-de-otro | MX general | Agendar la entrega el viernes | called 2026-12-01 | 2026-12-04 - Luz Roca
H: Mueblería Sol.
A: Buenas, soy un asistente virtual y llamo por Luz Roca para agendar la entrega el viernes.
H: El viernes, listo, queda agendada. Su folio es dos dos cinco uno.
A: Dos dos cinco uno.
H: Perdón, me equivoqué, ese es de otro cliente. El suyo es dos dos cinco tres.
> arranged | date 2026-12-04 @2 | confirmation 2253 @4
== no-mentiras-eso-es-entre-semana | CO general | Preguntar el horario de los sábados | called 2026-12-01 | - - Luz Roca
H: Lavandería Espuma.
A: Buenas, soy un asistente virtual y llamo por Luz Roca. ¿Qué horario tienen los sábados?
H: Los sábados de ocho a seis... no, mentiras, eso es entre semana. Los sábados es de nueve a dos.
> answered | hours Sa 09:00-14:00 @2 | may hours Mo-Fr 08:00-18:00
== no-le-cobro-nada | ES clinic | Anular la cita de mañana | called 2026-12-01 | 2026-12-02 - Luz Roca
H: Clínica Mar.
A: Hola, soy un asistente virtual y llamo por Luz Roca, que no puede ir mañana y quiere anular la cita.
H: Con tan poco tiempo son veinte euros. Pero bueno, por esta vez no le cobro nada. Queda anulada.
> arranged | may date 2026-12-02
== este-viernes-no-el-otro | ES restaurant | Mesa para 6 el viernes 11 de diciembre a las nueve | called 2026-12-01 | 2026-12-11 21:00 x6 Luz Roca
H: Bodega Nueve.
A: Hola, soy un asistente virtual y llamo por Luz Roca. ¿Mesa para seis el viernes once a las nueve?
H: Este viernes no, el otro. A las nueve, sí. Reservado queda, pero que me confirme el jueves, que si no, no la guardo.
> arranged | time 21:00 @2 | flag condition | may date 2026-12-11 | may date 2026-12-10
== tiene-que-pasar-por-la-junta | ES general | Reservar el local social el sábado 12 de diciembre | called 2026-12-01 | 2026-12-12 - Luz Roca
H: Asociación de vecinos.
A: Hola, soy un asistente virtual y llamo por Luz Roca. ¿Podrían dejarle el local el sábado doce?
H: Libre está, pero tiene que pasar por la junta.
A: Gracias.
> unclear
== apagado-o-fuera | ES general | Pedir cita el lunes | called 2026-12-01 | 2026-12-07 - Luz Roca
H: El número al que llama está apagado o fuera de cobertura.
A: Hola, soy un asistente virtual.
H: Inténtelo de nuevo más tarde.
> not_reached | may flag asked_to_call_back
== horario-de-la-grabacion | MX clinic | Cita el lunes | called 2026-12-01 | 2026-12-07 - Luz Roca
H: Gracias por llamar a Laboratorio Luna. Para citas, marque uno.
A: Uno.
H: Nuestro horario de atención es de siete a tres. Le recordamos que puede agendar en línea.
H: Gracias por su llamada.
> not_reached | may hours 07:00-15:00
== me-viene-bien-a-menos-cuarto | ES general | Peluquería el jueves a las seis menos cuarto | called 2026-12-01 | 2026-12-03 17:45 Luz Roca
H: Pelos.
A: Hola, soy un asistente virtual y llamo por Luz Roca. ¿El jueves a las seis menos cuarto?
H: El jueves, a menos cuarto me va bien. Queda apuntada.
> arranged | date 2026-12-03 @2 | time 17:45 @2
== mexico-hasta-las-tres | MX restaurant | Mesa para 4 el viernes a las dos | called 2026-12-01 | 2026-12-04 14:00 x4 Luz Roca
H: Fonda Lucha.
A: Buenas, soy un asistente virtual y llamo por Luz Roca. ¿Mesa para cuatro el viernes a las dos?
H: A las dos está todo apartado. Se la podría dar hasta las tres y cuarto.
A: A esa hora no le funciona, gracias.
> declined | time 15:15 @2 | other time 14:00 15:15 | may date 2026-12-04
== sena-y-si-no-no-las-hago | AR restaurant | Encargar empanadas para el domingo a las doce | called 2026-12-01 | 2026-12-06 12:00 Luz Roca
H: El Repulgue.
A: Hola, soy un asistente virtual y llamo por Luz Roca. Dos docenas para el domingo a las doce.
H: A las doce no llego, te las tengo para la una.
A: A la una está bien.
H: Dale, domingo a la una. Necesito una seña de cinco mil, si no no te las hago.
> arranged | date 2026-12-06 @4 | time 13:00 @2,4 | price 5000.00 ARS @4 | flag condition | other time 12:00 13:00
== no-se-reserva-que-venga | ES restaurant | Mesa para 4 esta noche a las nueve | called 2026-12-01 | 2026-12-01 21:00 x4 Luz Roca
H: Bar Lolo.
A: Hola, soy un asistente virtual y llamo por Luz Roca. ¿Mesa para cuatro esta noche a las nueve?
H: Aquí no se reserva. Que vengan pronto y ya veremos.
> declined
== a-y-media-si-quiere | ES general | Que le corten el pelo el sábado a las 11 | called 2026-12-01 | 2026-12-05 11:00 Iker Luna
H: Barbería Tito.
A: Hola, soy un asistente virtual y llamo por Iker Luna. ¿El sábado a las once para cortar el pelo?
H: El sábado a las once lo tengo pillado. A y media, si quiere.
A: A y media está bien.
H: Venga, a y media.
> arranged | time 11:30 @2,4 | other time 11:00 11:30 | date 2026-12-05 optional
== menu-cerrado-no-es-cierre | ES restaurant | Cena para 10 el viernes a las nueve y media | called 2026-12-01 | 2026-12-04 21:30 x10 Iker Luna
H: Sidrería Arpa.
A: Hola, soy un asistente virtual y llamo por Iker Luna. Cena para diez el viernes a las nueve y media.
H: Os puedo juntar dos mesas. Menú cerrado a treinta y ocho, eso sí.
A: Está bien.
H: Iker, viernes, diez. Ya está. Si sois menos me avisáis, que si no os cobro los diez.
> arranged | date 2026-12-04 @4 | price 38.00 EUR @2 | name Iker @4 | flag condition
== si-me-falla-una-mesa-te-digo | ES restaurant | Mesa para 6 el sábado a las nueve | called 2026-12-01 | 2026-12-05 21:00 x6 Rita Sanz
H: La Lonja.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. ¿Mesa para seis el sábado a las nueve?
H: Déjame tu teléfono y si me falla una mesa que tengo grande te digo.
A: El seis cero cero, uno dos tres, cuatro cinco seis.
H: Vale, apuntado.
> unclear
== si-se-espera-le-saco-una | ES restaurant | Mesa para 3 hoy a las dos y media | called 2026-12-01 | 2026-12-01 14:30 x3 Rita Sanz
H: Bar Pez.
A: Hola, soy un asistente virtual y llamo por Rita Sanz. ¿Mesa para tres hoy a las dos y media?
H: Uf, a esa hora estoy a reventar. Si se espera a las tres y media le saco una.
A: No puede tan tarde.
H: Pues nada, hija.
> declined | time 15:30 @2 | other time 14:30 15:30
== retractado-borra-lo-que-dije | AR clinic | Turno para vacunar al perro el jueves a las diez | called 2026-12-01 | 2026-12-03 10:00 Ema Ruiz
H: Veterinaria Patitas.
A: Buen día, soy un asistente virtual, llamo por Ema Ruiz. ¿El jueves a las diez para vacunar al perro?
H: Jueves a las diez, sí, anotado.
A: ¿Cuánto sale?
H: Sale veinte mil... pará. Che, ¿vos el jueves estás? Uh, disculpame, borrá todo, el jueves no hay nadie.
A: ¿Y otro veterinario?
H: No, no te lo puedo tomar.
> declined | may price 20000.00 ARS
== la-moto-no-llega | CO general | Pedir una torta a domicilio esta tarde | called 2026-12-01 | 2026-12-01 Luz Mora
H: Panadería La Espiga.
A: Buenas, soy un asistente virtual y llamo por Luz Mora. ¿Le llevan una torta esta tarde a la vereda?
H: Uy, no, la moto no llega hasta allá. El muchacho ya se cayó una vez.
A: ¿Y pagando más?
H: Ni así.
> declined
== es-la-pura-solicitud | CL clinic | Hora con el dentista el martes a las nueve | called 2026-12-01 | 2026-12-08 09:00 Pía Soto
H: Clínica Sur, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Pía Soto. ¿Una hora el martes ocho a las nueve?
H: Perfecto. Martes ocho, a las nueve. Se la mando a la coordinadora, cuando la revise le escriben a ella.
A: ¿Entonces no es seguro?
H: No, es solo una solicitud. Puede que sí, puede que no.
> unclear | may date 2026-12-08 | may time 09:00
== ahi-lo-tiene-y-no-paga-nada | ES clinic | Análisis de sangre el jueves a las nueve | called 2026-12-01 | 2026-12-03 09:00 Leo Gil
H: Laboratorio Cruz.
A: Buenos días, soy un asistente virtual y llamo por Leo Gil. ¿Análisis de sangre el jueves a las nueve?
H: El jueves a las nueve y diez.
A: A las nueve y diez está bien.
H: Pues ahí lo tiene. Con el volante no paga nada.
> arranged | date 2026-12-03 @2 | time 09:10 @2 | other time 09:00 09:10
== la-mesa-es-de-ustedes | MX restaurant | Mesa para 10 el viernes a las ocho | called 2026-12-01 | 2026-12-04 20:00 x10 Eva León
H: El Huarache.
A: Buenas, soy un asistente virtual y llamo por Eva León. ¿Mesa para diez el viernes a las ocho?
H: Viernes, ocho de la noche, la mesa es de ustedes. Nomás que hay que consumir mínimo dos mil pesos.
A: Está bien, gracias.
> arranged | date 2026-12-04 @2 | time 20:00 @2 | price 2000.00 MXN @2 | flag condition
== que-busque-otra-pista | CL general | Una cancha de pádel el viernes a las ocho | called 2026-12-01 | 2026-12-04 20:00 Nico Vera
H: Club Norte.
A: Hola, soy un asistente virtual y llamo por Nico Vera. ¿Una cancha el viernes a las ocho?
H: Son para los socios. ¿Es socio?
A: No.
H: Entonces que busque en otro lado.
> declined
== no-me-llameis-mas | ES general | Mechas el miércoles por la mañana | called 2026-12-01 | 2026-12-02 Ana Oliva
H: Peluquería Mari.
A: Buenos días, soy un asistente virtual y llamo por Ana Oliva. ¿Mechas el miércoles por la mañana?
H: No tengo hueco. Y vosotros no me llaméis más.
> declined | flag do_not_call_again
== le-pregunto-a-otro | ES general | Preguntar si está lista la moto | called 2026-12-01 | Ana Oliva
H: Motos Paco.
A: Hola, soy un asistente virtual y llamo por Ana Oliva. ¿Está ya su moto?
H: Espera, que le pregunto a Luis, que está con una furgoneta.
A: ¿Hola?
> unclear | may flag on_hold_abandoned
== retract-sale-en-los-dos-dias | MX clinic | Cambiar la cita del lunes al miércoles a las siete | called 2026-12-04 | 2026-12-09 07:00 Luz Mora
H: Laboratorio Sol, buen día.
A: Buen día, soy un asistente virtual y llamo por Luz Mora. ¿Puede pasar su cita del lunes al miércoles a las siete?
H: Miércoles a las siete. Ya le puse el cambio, pero el sistema se quedó pensando.
A: ¿Le aparece como cambiada?
H: Me aparece en los dos días, fíjese.
> unclear | may date 2026-12-09 | may time 07:00 | may date 2026-12-07
== lo-demas-segun-salga | MX general | Que venga el plomero mañana a las diez | called 2026-12-03 | 2026-12-04 10:00 Eva León
H: ¿Bueno?
A: Buenas, soy un asistente virtual y llamo por Eva León. ¿Puede venir mañana a las diez por una fuga?
H: Yo creo que sí, pero depende de otra obra. Yo le marco en la noche.
A: ¿Cuánto cobra?
H: Doscientos pesos la visita, y ya lo demás según salga.
> unclear | price 200.00 MXN @4
== se-me-cortó-a-media-palabra | ES clinic | Fisio el martes a las cinco | called 2026-12-01 | 2026-12-08 17:00 Leo Gil
H: Fisio Sur, hola.
A: Hola, soy un asistente virtual y llamo por Leo Gil. ¿El martes ocho a las cinco?
H: Un segundo, que miro la agenda.
A: Claro.
H: A las cinco no puede ser. Te podría poner a las seis men
> unclear
== como-no-es-un-si | MX restaurant | Mesa para nueve el sábado a las dos | called 2026-12-01 | 2026-12-05 14:00 x9 Luz Mora
H: Huerto Alto.
A: Buenas, soy un asistente virtual y llamo por Luz Mora. ¿Lugar para nueve el sábado a las dos?
H: ¡Cómo no! Le junto dos mesas, a las dos. ¿A qué nombre?
A: Luz Mora.
H: Luz Mora, muy bien. Aquí los recibimos.
> arranged | date 2026-12-05 optional | time 14:00 @2 | name Luz Mora @4
== nada-lo-quito-y-ya | ES clinic | Anular la sesión del viernes a las diez | called 2026-12-01 | 2026-12-04 10:00 Leo Gil
H: Fisio Este.
A: Hola, soy un asistente virtual y llamo por Leo Gil. Quería anular su sesión del viernes a las diez.
H: Nada, lo borro y ya.
A: ¿Le cobran algo?
H: Qué va.
> arranged
== ya-nos-vamos-a-junio | ES clinic | Fisio mañana a las seis de la tarde | called 2026-12-01 | 2026-12-02 18:00 Leo Gil
H: Fisio Este.
A: Hola, soy un asistente virtual y llamo por Leo Gil. ¿Algo mañana a las seis de la tarde?
H: Mañana está todo lleno. Por las tardes ya nos vamos a junio.
A: Entonces no, gracias.
H: Nada, adiós.
> declined
== localizador-zeta-de-zaragoza | ES hotel | Una doble la noche del viernes | called 2026-12-01 | 2026-12-04 Leo Gil
H: Hostal Norte.
A: Hola, soy un asistente virtual y llamo por Leo Gil. ¿Una doble el viernes?
H: El viernes, sí. Queda apuntada. Apunte el localizador: hache, dos, cero, uno, zeta de Zaragoza.
> arranged | date 2026-12-04 @2 | confirmation H201Z @2
== casi-toda-la-carta | ES restaurant | Preguntar si tienen platos sin gluten | called 2026-12-01 | Leo Gil
H: Taberna Luz.
A: Hola, soy un asistente virtual y llamo por Leo Gil. ¿Tienen platos sin gluten?
H: Sí, casi toda la carta se puede hacer.
> answered
== en-bolivianos | BO general | Preguntar cuánto cuesta lavar una alfombra | called 2026-12-01 | Luz Mora
H: Lavandería Illimani.
A: Hola, soy un asistente virtual y llamo por Luz Mora. ¿Cuánto cuesta lavar una alfombra?
H: Sale ochenta.
> answered | price 80.00 BOB @2
== se-lo-paso-ya-esta-movido | AR clinic | Pasar el turno al lunes a las seis | called 2026-12-01 | 2026-12-07 18:00 Ema Ruiz
H: Consultorio, hola.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Puede pasar su turno al lunes siete a las seis de la tarde?
H: El lunes a las seis, sí, te lo paso.
A: Gracias.
H: Ya está movido.
> arranged | date 2026-12-07 @2 | time 18:00 @2
== para-ocho-y-diez-si | PE restaurant | Dos pollos para esta noche a las ocho | called 2026-12-01 | 2026-12-01 20:00 Luz Mora
H: Pollería Sol.
A: Buenas, soy un asistente virtual y llamo por Luz Mora. ¿Dos pollos para las ocho de la noche?
H: Para ocho y diez sí le llega.
A: Ocho y diez está bien.
H: Ya, queda apuntado. Son cien soles.
> arranged | time 20:10 @2 | other time 20:00 20:10 | price 100.00 PEN @4 | date 2026-12-01 optional
== llamelo-manana-el-sabe | PA general | Preguntar si está arreglada la lavadora | called 2026-12-01 | Luz Mora
H: Servicio Istmo.
A: Hola, soy un asistente virtual y llamo por Luz Mora. ¿Está arreglada su lavadora?
H: Yo no sé, el técnico salió. Llámelo mañana a las ocho.
> unclear | flag asked_to_call_back
== dejar-el-telefono-por-si | ES hotel | Una habitación del 26 al 28 de marzo | called 2027-03-15 | 2027-03-26 Leo Gil
H: Casa Olmo.
A: Hola, soy un asistente virtual y llamo por Leo Gil. ¿Una habitación del veintiséis al veintiocho?
H: Esos días la casa ya la tengo dada.
A: ¿Y si alguien cancela?
H: Puedes dejar el teléfono y si se cae alguien te aviso.
A: Seis cero cero, uno uno uno, dos dos dos.
H: Anotado. Venga, adiós.
> declined
== en-la-galeria-si | ES restaurant | Mesa para 6 el sábado a las tres menos cuarto | called 2026-12-01 | 2026-12-05 14:45 x6 Ema Ruiz
H: Casa Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Mesa para seis el sábado a las tres menos cuarto?
H: El sábado, las tres menos cuarto. Pues en el salón ya no, pero en el patio sí.
A: En el patio está bien.
H: ¿Me dice un nombre?
A: Ruiz.
H: Ruiz. Pues hasta el sábado.
> arranged | date 2026-12-05 @2 | time 14:45 @2 | name Ruiz @6
== para-darle-la-cita-necesito | ES clinic | Cita el jueves a las 18.30 | called 2026-12-01 | 2026-12-03 18:30 Ema Ruiz
H: Fisio Río, buenas.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Una cita el jueves a las seis y media?
H: A esa hora está cogido. Tengo a las siete y cuarto.
A: A las siete y cuarto le va bien.
H: Vale. ¿Ha venido antes?
A: No.
H: Pues para darle la cita necesito primero abrirle ficha. ¿Me dice el DNI y un telé
> unclear | may time 19:15 | other time 18:30 19:15 optional
== cuando-entra-la-sena | AR hotel | Una cabaña para 4 desde el sábado 23 | called 2027-01-11 | 2027-01-23 - x4 Ema Ruiz
H: Cabañas Sur.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Una cabaña para cuatro desde el veintitrés?
H: Desde el veintitrés me queda una. Cuando entra la seña ahí sí te la reservo. Antes no.
A: ¿Se la puede guardar hasta mañana?
H: No, guardar no guardo.
A: Se lo digo ahora.
H: Dale, un abrazo.
> unclear | may date 2027-01-23 | may flag condition
== la-esperamos-de-cortesia | MX general | Rentar un auto el lunes 12 | called 2027-04-08 | 2027-04-12 10:00 Ema Ruiz
H: Autos Golfo.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Un auto el lunes doce a las diez?
H: Para el lunes ya no tengo. Se me desocupa uno el miércoles catorce.
A: Tendría que preguntarle si le sirve.
H: Claro, pregúntele.
A: Yo le paso el dato.
H: Ándele, la esperamos.
> declined | date 2027-04-14 @2 | other date 2027-04-12 2027-04-14
== su-clave-es | MX hotel | Una doble el sábado 13 de marzo | called 2027-03-02 | 2027-03-13 - x2 Ema Ruiz
H: Posada Luna.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Una doble el sábado trece de marzo?
H: El sábado trece sí me queda una, en mil novecientos la noche.
A: Resérvela a nombre de Ema Ruiz.
H: ¿Tiene dónde apuntar? Su clave es N de nube, R de rosa, siete, treinta y uno.
> arranged | date 2027-03-13 @2 | price 1900.00 MXN @2 | confirmation NR731 @4
== miento-la-cola-del-codigo | MX hotel | Una doble el viernes 9 de abril | called 2027-03-02 | 2027-04-09 - x2 Ema Ruiz
H: Posada Luna.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Una doble el viernes nueve de abril?
H: Sí hay, mil cuatrocientos la noche.
A: Perfecto, se la queda.
H: Muy bien, el nueve de abril. Apunte su clave: equis, te, cincuenta y uno, treinta... no, miento, cincuenta y uno, treinta y dos.
> arranged | date 2027-04-09 @4 | price 1400.00 MXN @2 | confirmation XT5132 @4
== de-manana-en-ocho | CO restaurant | Mesa para 10 el sábado de la otra semana a las 7 | called 2027-04-02 | 2027-04-10 19:00 x10 Ema Ruiz
H: Asadero Monte.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Mesa para diez el sábado de la otra semana a las siete de la noche?
H: De mañana en ocho, sí señor. A las siete le dejo el salón.
A: A nombre de Ema Ruiz.
H: Listo, quedó.
> arranged | date 2027-04-10 @2 | time 19:00 @2
== ya-lo-habran-arreglado | ES clinic | Cita el martes a las 12.15 | called 2027-03-04 | 2027-03-09 12:15 Ema Ruiz
H: Clínica Paso.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Cita el martes a las doce y cuarto?
H: Se ha caído el programa. Me suena que había algo, pero no se lo puedo jurar.
A: ¿Qué hacemos?
H: Vuelva a llamar mañana a partir de las nueve, que ya lo habrán arreglado.
A: Así se lo digo.
> unclear | flag asked_to_call_back
== es-cosa-de-recambios | ES general | Preguntar si ha llegado el retrovisor | called 2027-01-20 | Ema Ruiz
H: Talleres Vía.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Ha llegado su retrovisor?
H: Eso es cosa de recambios. No me cuelgue.
A: Gracias.
H: [música]
> unclear | flag on_hold_abandoned
== treinta-y-cinco-treinta-y-ocho | ES general | Un fontanero el lunes a las nueve | called 2027-01-22 | 2027-01-25 09:00 Ema Ruiz
H: Fontanería Vega.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Puede venir alguien el lunes a las nueve?
H: El lunes a las nueve, hecho, queda apuntado. La visita son cuarenta y cinco... cuarenta y ocho, con IVA.
> arranged | date 2027-01-25 @2 | time 09:00 @2 | price 48.00 EUR @2
== el-sabado-a-las-diez-imposible | ES restaurant | Cena para 4 el sábado a las diez | called 2027-06-01 | 2027-06-05 22:00 x4 Ema Ruiz
H: Taberna Luz.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Cena para cuatro el sábado a las diez?
H: Uy, el sábado a las diez imposible. O a las ocho y media o a las once menos cuarto.
A: A las once menos cuarto, entonces.
H: Once menos cuarto, cuatro. Perfecto, aquí os esperamos.
> arranged | date 2027-06-05 @2 | time 22:45 @2 | may time 20:30 | other time 22:00 22:45
== me-los-tiene-que-validar | ES clinic | Cambiar la ecografía al martes a las 9.40 | called 2027-02-10 | 2027-02-16 09:40 Ema Ruiz
H: Centro de imagen.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Puede pasar su ecografía al martes a las nueve cuarenta?
H: Hueco parece que hay. Pero los cambios me los tiene que validar coordinación.
A: ¿Puede darlo por cambiado?
H: Eso no se lo puedo decir. Si se lo aceptan le llega un mensaje.
> unclear | may date 2027-02-16 | may time 09:40
== no-me-grabe-y-sigue | CO hotel | Una doble el viernes 30 | called 2026-10-22 | 2026-10-30 - Ema Ruiz
H: Hostal Sur.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. La llamada se graba. ¿Una doble el viernes treinta?
H: No, a mí no me grabe.
A: De acuerdo. ¿Y la habitación?
H: Está en ciento noventa mil la noche, pero me toca mirar con mi hermano, que maneja las reservas.
> unclear | price 190000.00 COP @4 | flag recording_objection | may date 2026-10-30
== preguntar-y-pedir-que-aparten | MX general | Preguntar si tienen una medicina y pedir que aparten una caja | called 2026-10-21 | Ema Ruiz
H: Farmacia Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Tienen esa medicina?
H: Sí, me queda una caja.
A: ¿Se la podría apartar?
H: Sí se la aparto, en cuatrocientos diez pesos, pero nada más hasta mañana; después la regreso al anaquel.
A: Está bien.
H: ¿A qué nombre?
A: Ema Ruiz.
H: Muy bien, queda apartada.
> arranged | price 410.00 MXN @4 | flag condition | may name Ema Ruiz
== que-fuera-esta-a-reventar | ES restaurant | Mesa para 3 el jueves a las dos y cuarto | called 2027-03-02 | 2027-03-04 14:15 x3 Ema Ruiz
H: Casa Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Mesa para tres este jueves a las dos y cuarto?
H: ¿Este jueves? A las dos y cuarto te la pongo dentro, que fuera lo tengo a reventar.
A: Dentro está bien.
H: Pues ya está. Hasta el jueves.
> arranged | date 2027-03-04 @2 | time 14:15 @2
== en-cuanto-deposite | MX general | Apartar el jardín el sábado 5 de junio | called 2027-04-19 | 2027-06-05 16:00 Ema Ruiz
H: Jardín Luna.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿El jardín el sábado cinco de junio a las cuatro?
H: El cinco de junio lo tengo disponible. Sale en veinte mil pesos.
A: Le parece bien. ¿Se lo puede apartar?
H: Con gusto, en cuanto nos deposite la mitad. Sin depósito la fecha sigue abierta.
A: Se lo comunico.
> unclear | price 20000.00 MXN @2 | may date 2027-06-05 | may flag condition
== me-lo-apunto-en-un-papel | ES hotel | Casa para 4 el 9 de julio | called 2027-06-01 | 2027-07-09 - x4 Ema Ruiz
H: Casa rural.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Casa para cuatro el nueve de julio?
H: El nueve de julio, cuatro. Vale, me lo apunto en un papel.
A: ¿Con eso ya está hecha la reserva?
H: No, no, esto es para acordarme. Esta noche miro qué hay y la llamo yo a ella.
A: De acuerdo.
H: Gracias por pensar en nosotros.
> unclear | may date 2027-07-09
== algo-mas-no-por-ahora | ES general | Un taxi mañana a las 5:40 | called 2027-06-09 | 2027-06-10 05:40 Ema Ruiz
H: Radiotaxi.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Un taxi mañana a las seis menos veinte de la madrugada?
H: Vale, le mando uno grande. Mañana a las seis menos veinte lo tiene en la puerta.
A: ¿Necesita algo más?
H: No, por ahora nada. A mandar.
> arranged | date 2027-06-10 @2 | time 05:40 @2
== el-lunes-subsiguiente | CL general | Dejar el auto este lunes a las nueve | called 2027-06-02 | 2027-06-07 09:00 Ema Ruiz
H: Taller Sur.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿El auto este lunes a las nueve?
H: Este lunes estoy hasta arriba. El lunes subsiguiente sí le puedo, a las nueve.
A: El lunes subsiguiente le sirve.
H: Ya, lo dejo anotado.
> arranged | date 2027-06-14 @2 | time 09:00 @2 | other date 2027-06-07 2027-06-14
== retractado-los-terceros-esperando | ES restaurant | Mesa para 5 el sábado a las nueve y media | called 2027-01-13 | 2027-01-16 21:30 x5 Ema Ruiz
H: Taberna Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Mesa para cinco el sábado a las nueve y media?
H: ¡Anda, cinco! Os meto en la lista. ¿A nombre de quién?
A: De Ema Ruiz.
H: Ema Ruiz, hecho. Sois los terceros.
A: ¿Los terceros?
H: Los terceros esperando. El sábado lo tengo todo dado; si falla alguno, os doy un toque.
> declined
== los-esperamos-sin-ver-la-agenda | MX clinic | Cita el viernes a las 5 | called 2027-02-03 | 2027-02-05 17:00 Ema Ruiz
H: Clínica Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Una cita el viernes a las cinco?
H: El doctor sí viene los viernes.
A: Entonces a las cinco.
H: Mándenos un mensajito con sus datos, y la señorita que lleva la agenda ve si se puede y le contesta.
A: Está bien.
H: Que tenga bonita tarde, los esperamos.
> unclear
== apenas-consigne-la-mitad | CO hotel | Una cabaña para 4 desde el viernes 26 | called 2027-02-16 | 2027-02-26 - x4 Ema Ruiz
H: Hospedaje Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Una cabaña para cuatro desde el viernes veintiséis?
H: La de cuatro vale doscientos noventa mil la noche.
A: Perfecto, ella la toma.
H: Entonces apenas me consigne la mitad, ahí sí la anoto. Antes no aparto nada.
A: ¿Y si alguien más la pide mientras tanto?
H: Pues se la lleva el que consigne primero.
> unclear | price 290000.00 COP @2 | may flag condition
== lo-que-no-puedo-es-devolver | ES hotel | Cambiar la reserva al sábado 19 | called 2027-06-04 | 2027-06-19 - Ema Ruiz
H: Apartamentos Mar.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. Quiere pasar su reserva al sábado diecinueve.
H: Vale. Pues te la paso al sábado diecinueve. Lo que no te puedo es devolver la noche, que es tarifa cerrada.
A: Lo entiende.
H: Perfecto.
> arranged | date 2027-06-19 @2
== sale-ahi-en-la-pagina | CO general | Turno para el pasaporte el miércoles | called 2027-06-07 | 2027-06-09 - Ema Ruiz
H: Oficina de pasaportes.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Un turno este miércoles?
H: Por teléfono no se asignan turnos. Eso es por la página.
A: ¿Cuánto vale el trámite?
H: Eso también le sale ahí en la página. Y le adelanto que ya no hay nada.
> declined
== no-hay-que-adelantar-nada | ES hotel | Una doble el 11 de junio | called 2027-05-31 | 2027-06-11 - x2 Ema Ruiz
H: Posada Río.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Una doble el once de junio?
H: Me queda la abuhardillada, el once de junio, a ochenta y seis la noche.
A: Resérvela, por favor, a nombre de Ema Ruiz.
H: Ruiz, ya está. Se paga al llegar, no hay que adelantar nada.
> arranged | date 2027-06-11 @2 | price 86.00 EUR @2 | name Ruiz @4
== se-la-paso-a-las-nueve | ES restaurant | Pasar la reserva del viernes de las ocho y media a las nueve y media | called 2027-02-08 | 2027-02-12 21:30 x3 Ema Ruiz
H: Casa Lola.
A: Buenas, soy un asistente virtual y llamo por la reserva de Ema Ruiz, la del viernes a las ocho y media. Querría pasarla a las nueve y media.
H: Ruiz... aquí, tres, el viernes. Sí, se la paso a las nueve y media.
A: Mil gracias.
H: Pues ya está.
> arranged | date 2027-02-12 @2 | time 21:30 @2 | name Ruiz @2
== otro-dia-tampoco | MX clinic | Cita este martes a las nueve de la mañana | called 2027-02-22 | 2027-02-23 09:00 Ema Ruiz
H: Clínica Sol, buen día.
A: Buen día, soy un asistente virtual y llamo por Ema Ruiz. ¿Tendrá lugar este martes a las nueve de la mañana?
H: Este martes ya no me queda nada. Lo más cercano sería el lunes primero, a las seis y media de la tarde.
A: Tiene que ser esta semana. ¿El miércoles?
H: No, el miércoles tampoco.
A: Entonces lo consulto con ella.
> declined | date 2027-03-01 @2 | time 18:30 @2 | other date 2027-02-23 2027-03-01 | other time 09:00 18:30
== los-jueves-segun | ES restaurant | Mesa para 2 el miércoles a las dos | called 2027-03-12 | 2027-03-17 14:00 x2 Ema Ruiz
H: Casa Sol.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. Serían dos para comer el miércoles a las dos.
H: Los miércoles cerramos. Los jueves, según venga el día.
A: Tiene que ser el miércoles.
H: Pues no va a poder ser.
> declined | hours We off @2
== doce-pesos-digo | MX general | Preguntar cuánto cuesta la entrada al acuario | called 2027-02-19 | - - Ema Ruiz
H: Acuario Cuatro Soles, a sus órdenes.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Cuánto cuesta la entrada?
H: Ciento veinte pesos, digo, ciento treinta.
> answered | price 130.00 MXN @2
== el-lavado-no-se-lo-cobro | CL general | Pedir hora en la veterinaria el jueves a las cinco y media de la tarde | called 2027-03-23 | 2027-03-25 17:30 Ema Ruiz
H: Veterinaria Sol, hola.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. Necesita una hora el jueves a las cinco y media.
H: Jueves a las cinco y media con el doctor Paz. El antiparasitario son doce mil, el lavado no se lo cobro.
A: De acuerdo.
H: Queda anotada como Ruiz.
> arranged | date 2027-03-25 @2 | time 17:30 @2 | price 12000.00 CLP @2 | name Ruiz @4
== no-le-puedo-consultar-nada | CO general | Preguntar si ya llegó el repuesto de la lavadora | called 2027-03-03 | - - Ema Ruiz
H: Repuestos Sol.
A: Buenos días, soy un asistente virtual y llamo por Ema Ruiz. Quisiera saber si ya llegó su repuesto.
H: Uy, estamos sin luz. No le puedo consultar nada. Llame otra vez más tarde.
> unclear | flag asked_to_call_back
== de-algun-lugar-que-lo-haga | ES general | Arreglar el acordeón el jueves | called 2027-02-16 | 2027-02-18 - Ema Ruiz
H: Música Sol, dime.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Pueden mirarle el acordeón el jueves?
H: No, acordeones no arreglamos, aquí solo guitarras.
A: ¿Sabe de algún taller que lo haga?
H: En el centro había uno, pero ni idea de cómo se llama.
> declined
== cita-puesta | ES general | Cita con la gestora el jueves a las 10 | called 2026-10-06 | 2026-10-08 10:00 Ema Ruiz
H: Gestoría Sol.
A: Buenos días, soy un asistente virtual y llamo por Ema Ruiz. Quería ver a la gestora el jueves a las diez.
H: El jueves no viene. De hoy en ocho sí la tengo, a las once menos cuarto.
A: De hoy en ocho a las once menos cuarto, de acuerdo.
H: Pues cita puesta.
> arranged | date 2026-10-13 @2 | time 10:45 @2 | other date 2026-10-08 2026-10-13 | other time 10:00 10:45
== no-miento-hasta-las-siete | CL general | Preguntar el horario de la notaría | called 2026-12-15 | - - Ema Ruiz
H: Notaría Sol.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿En qué horario atienden?
H: De lunes a viernes de nueve a seis. No, miento, desde marzo es hasta las siete.
> answered | hours Mo-Fr 09:00-19:00 @2
== regaleme-un-momentico | CO clinic | Preguntar si ya llegó el resultado | called 2026-11-26 | - - Ema Ruiz
H: Laboratorio Sol, buenos días.
A: Buenos días, soy un asistente virtual y llamo por Ema Ruiz. ¿Ya llegó su resultado?
H: Regáleme un momentico y le averiguo. No me vaya a colgar.
A: ¿Aló? Sigo en espera.
A: No vuelve nadie. Voy a terminar la llamada.
> unclear | flag on_hold_abandoned
== retractado-hasta-que-el-lo-vea | ES restaurant | Mesa para 10 este sábado a las dos | called 2027-05-11 | 2027-05-15 14:00 x10 Ema Ruiz
H: Casa Sol, dígame.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Mesa para diez el sábado a las dos?
H: Diez el sábado... apuntar te lo apunto, pero los sábados los lleva mi hermano.
A: ¿Entonces no queda confirmado?
H: Qué va, hasta que él no lo vea no te puedo asegurar nada.
A: De acuerdo, gracias.
H: Venga, hasta luego.
> unclear
== no-te-escuche-nada | AR restaurant | Mesa para 5 el sábado a las nueve de la noche | called 2027-11-17 | 2027-11-20 21:00 x5 Ema Ruiz
H: Parrilla Sol, hola.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. Entonces quedan reservados cinco lugares el sábado a las nueve, ¿no?
H: Perdoná, no te escuché nada, hay mucho ruido. ¿Qué me decías?
A: Nada más, gracias por la reserva.
> unclear
== mientras-no-caiga-el-pago | PE restaurant | Mesa para 10 el domingo a la 1 de la tarde | called 2027-08-24 | 2027-08-29 13:00 x10 Ema Ruiz
H: Cevichería Sol.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Mesa para diez el domingo a la una?
H: Para separar me yapean ochenta soles. Ahí recién les bloqueo la mesa.
A: Yo no puedo pagar, le aviso a ella.
H: Ya, mientras no caiga el pago no hay nada separado.
A: Muy bien, gracias.
H: Aquí la esperamos.
> unclear | price 80.00 PEN @2
== ahi-le-caigo | PE general | Que venga un técnico mañana a las 10 a ver la lavadora | called 2027-03-10 | 2027-03-11 10:00 Ema Ruiz
H: Servicio Sol.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Puede venir un técnico mañana a las diez?
H: Ya, entonces ahí le caigo mañana a las diez. La visita son cincuenta soles.
A: De acuerdo.
H: Ya la tengo en mi ruta.
> arranged | date 2027-03-11 @2 | time 10:00 @2 | price 50.00 PEN @2
== quedo-la-ema | CL general | Baño para el perro el martes a las doce | called 2027-05-20 | 2027-05-25 12:00 Ema Ruiz
H: Peluquería Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Baño para su perro el martes a las doce?
H: Martes veinticinco a las doce... mejor diez y media.
A: A las diez y media le sirve, déjela inscrita, por favor.
H: Listo, quedó la Ema. Si no puede venir que avise no más, si no se le cobra nada.
> arranged | date 2027-05-25 @2 | time 10:30 @2 | name Ema @4 | other time 12:00 10:30
== a-las-seis-se-lo-puede-llevar | MX general | Afinación del coche el viernes a las nueve | called 2027-01-27 | 2027-01-29 09:00 Ema Ruiz
H: Taller Sol.
A: Buen día, soy un asistente virtual y llamo por Ema Ruiz. ¿Afinación el viernes a las nueve?
H: Mejor a las once.
A: A las once está bien.
H: Ya quedó, el viernes a las once. Como a las seis ya se lo puede llevar.
> arranged | date 2027-01-29 @4 | time 11:00 @2,4 | other time 09:00 11:00
== a-mas-tardar-manana | MX general | Encargar 50 tamales para el domingo a las once | called 2027-12-09 | 2027-12-12 11:00 Ema Ruiz
H: Tamales Sol.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Cincuenta tamales para el domingo a las once?
H: Sí, el domingo a las once. Son novecientos pesos.
A: De acuerdo, ¿se los anota?
H: Ya la apunté. Nomás que me deje la mitad a más tardar mañana, si no, no se los aparto.
> arranged | date 2027-12-12 @2 | time 11:00 @2 | price 900.00 MXN @2 | flag condition
== se-la-deja-en | CO hotel | Habitación doble el viernes 19 de marzo | called 2027-03-02 | 2027-03-19 - Ema Ruiz
H: Hostal Sol.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Tienen una doble el diecinueve de marzo?
H: Me queda la triple, a trescientos mil la noche.
A: ¿Habría algún descuento?
H: Dice mi mamá que se la deja en doscientos sesenta mil.
A: Muy bien, la toma.
H: Listo, queda reservada para el diecinueve.
> arranged | date 2027-03-19 @6 | price 260000.00 COP @4
== mas-quince-de-la-prueba | PE clinic | Preguntar cuánto cuesta la consulta | called 2027-09-07 | - - Ema Ruiz
H: Clínica Sol.
A: Buenos días, soy un asistente virtual y llamo por Ema Ruiz. ¿Cuánto cuesta la consulta?
H: Son ciento ochenta soles, más treinta y cinco de la prueba de sangre.
> answered | price 180.00 PEN @2 | price 35.00 PEN @2
== los-viernes-no-se-atiende | CL general | Preguntar en qué horario atienden | called 2026-12-15 | - - Ema Ruiz
H: Tránsito, buenos días.
A: Buenos días, soy un asistente virtual y llamo por Ema Ruiz. ¿En qué horario atienden?
H: De lunes a jueves, de ocho y media a una. Los viernes no se atiende público.
> answered | hours Mo-Th 08:30-13:00 @2 | hours Fr off @2
== pregunto-de-parte | ES general | Corte de pelo el viernes a las seis de la tarde | called 2027-11-24 | 2027-11-26 18:00 Ema Ruiz
H: Peluquería Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Corte el viernes a las seis?
H: El viernes a las seis, sí.
H: Le pregunto también de parte de la señora Ruiz si el corte sale por quince euros.
H: No, son dieciocho. Pues apuntada.
> arranged | date 2027-11-26 @2 | time 18:00 @2 | price 18.00 EUR @4
== no-bloqueo-nada | AR general | Reservar la quinta el sábado 17 de abril | called 2027-03-02 | 2027-04-17 - Ema Ruiz
H: Quinta Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Tienen libre el sábado diecisiete de abril?
H: Hoy por hoy la tengo libre.
A: Le sirve. ¿La dejamos reservada?
H: Es con seña. Hasta que no me entra la mitad yo no bloqueo nada.
A: Se lo digo.
H: Buenísimo, cualquier cosa que me escriba.
> unclear | flag condition optional | date 2027-04-17 @2 optional
== cerrado-todavia-no | ES general | Contratar un catering el sábado 15 de mayo | called 2027-02-24 | 2027-05-15 - Ema Ruiz
H: Catering Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Podrían el sábado quince de mayo?
H: Nos encantaría. Son treinta euros por cabeza.
A: Entra en su presupuesto. ¿Lo dejamos cerrado?
H: Cerrado todavía no. Primero os mando la propuesta y, si os cuadra, pregunto en cocina por la fecha.
A: De acuerdo.
H: Genial, y lo vamos hablando.
> unclear | price 30.00 EUR @2 optional
== hecho-en-la-lista-de-espera | ES restaurant | Mesa para 4 el 31 de diciembre a las 21:30 | called 2026-12-28 | 2026-12-31 21:30 x4 Ema Ruiz
H: Taberna Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Tienen mesa para cuatro el treinta y uno a las nueve y media?
H: Esa noche está completa. Lo que puedo hacer es ponerte en la lista de espera.
A: Sí, por favor, a nombre de Ema Ruiz.
H: Ruiz, cuatro, nueve y media. Hecho.
A: Gracias.
> declined
== siempre-no-retractado | MX clinic | Cita de limpieza dental el jueves a las 5 de la tarde | called 2027-02-22 | 2027-02-25 17:00 Ema Ruiz
H: Consultorio Sol, ¿bueno?
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Una cita el jueves a las cinco?
H: Sí, a las cinco está libre. ¿Me repite el apellido?
A: Ruiz.
H: Muy bien, jueves veinticinco, cinco de la tarde, señora Ruiz.
A: Muchas gracias.
H: Ay, no cuelgue. Fíjese que siempre no, que el jueves no va a venir la doctora.
A: ¿Y el viernes?
H: Tampoco. Y la otra semana ya la tiene toda llena.
> declined
== asi-no-perdemos-la-manana | AR general | Flete chico el sábado a las 9 | called 2027-01-14 | 2027-01-16 09:00 Ema Ruiz
H: Fletes Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿Un flete chico el sábado a las nueve?
H: Te lo anoto, el sábado a las nueve. Que tenga todo embalado, así no perdemos la mañana.
> arranged | date 2027-01-16 @2 | time 09:00 @2
== marqueme-en-una-hora | MX hotel | Habitación del 26 al 29 de marzo | called 2027-03-15 | 2027-03-26 - Ema Ruiz
H: Hotel Sol, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Le reserva una habitación del veintiséis al veintinueve?
H: Con gusto... híjole, se me acaba de ir el sistema. Mejor márqueme como en una hora.
> unclear | flag asked_to_call_back
== no-queremos-grabaciones | AR general | Entrevista con el abogado el viernes | called 2027-03-10 | 2027-03-12 - Ema Ruiz
H: Estudio Sol.
A: Buenas tardes, soy un asistente virtual de Ema Ruiz; la llamada puede ser grabada. ¿Una entrevista el viernes?
H: Ah, no, acá no queremos grabaciones. Por esta vía no doy turnos.
> declined | flag recording_objection
== comprobar-si-consta | ES restaurant | Comprobar si consta la reserva del sábado | called 2027-02-09 | 2027-02-13 - Ema Ruiz
H: Mesón Sol, dígame.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Consta su reserva del sábado?
H: De Ruiz no hay nada ese día.
> answered
== se-le-llena | AR general | Sacar un turno el miércoles a las cinco de la tarde | called 2027-03-01 | 2027-03-03 17:00 Ema Ruiz
H: Estudio Sol.
A: Hola, soy un asistente virtual y llamo por Ema Ruiz. ¿La anotás el miércoles a las cinco?
H: Los turnos los maneja Mica, yo solo abro la puerta. Mandale un mensajito.
A: ¿Suele tener a esa hora?
H: Y, suele, pero mirá que se le llena en dos minutos.
> unclear
== a-esa-hora-puede | ES clinic | Cita con el fisioterapeuta el martes por la tarde | called 2027-01-07 | 2027-01-12 - Ema Ruiz
H: Fisio Sol.
A: Buenas, soy un asistente virtual y llamo por Ema Ruiz. ¿Tendríais algo el martes por la tarde?
H: Uf, el martes voy hasta arriba. Si no le importa venir pronto, le hago hueco a las cuatro menos cuarto.
A: No le importa, a esa hora puede.
H: Pues hala, cuatro menos cuarto. Venga, hasta el martes.
> arranged | date 2027-01-12 @4 optional | time 15:45 @2,4
== el-siguiente-en-la-fila | PE clinic | Sacar cita para una ecografía el viernes | called 2027-02-24 | 2027-02-26 - Ema Ruiz
H: Bienvenido a Clínica Sol. Para citas, marque uno.
A: Uno.
H: Ha elegido citas. Por favor, no cuelgue.
A: Espero.
H: Usted es el siguiente en la fila. Todos nuestros asesores continúan ocupados.
> not_reached | flag on_hold_abandoned
== el-muchacho-le-timbra | CO general | Que la lavandería recoja dos cobijas el lunes | called 2027-01-22 | 2027-01-25 - Ema Ruiz
H: Lavandería Sol, a la orden.
A: Buenos días, soy un asistente virtual y llamo por Ema Ruiz. Que le recojan dos cobijas el lunes, por favor.
H: Bueno, el lunes el muchacho le timbra a las ocho y cuarenta. El recibo es la B, siete, uno, nueve.
A: ¿Cuándo se las devuelven?
H: El jueves las tiene otra vez en la casa.
> arranged | date 2027-01-25 @2 | time 08:40 @2 | confirmation B719 @2
== la-primera-es-ve-de-vaca | MX hotel | Habitación del 26 al 28 de marzo | called 2027-03-15 | 2027-03-26 - Ema Ruiz
H: Posada Sol.
A: Buen día, soy un asistente virtual y llamo por Ema Ruiz. ¿Tiene una habitación del veintiséis al veintiocho de marzo?
H: Del veintiséis al veintiocho me queda una.
A: La toma, por favor.
H: Cómo no, queda reservada. Su clave es be grande, be grande, tres, cero, nueve.
A: B, B, tres, cero, nueve.
H: No, joven, la primera es ve de vaca.
> arranged | date 2027-03-26 @2 | may confirmation BB309 @4
== cual-es-su-horario | MX general | Preguntar el horario | called 2027-03-15 | - - Ema Ruiz
H: Telas Sol.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Cuál es su horario? En internet dice que abren a las ocho.
H: No, eso está mal. De lunes a viernes es de nueve a siete.
> answered | hours Mo-Fr 09:00-19:00 @2
== una-i-media | PE restaurant | Mesa para 6 mañana a la una y media | called 2027-02-19 | 2027-02-20 13:30 x6 Ema Ruiz
H: alo cevicheria sol
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Mesa para seis mañana a la una y media?
H: ya seis a la una i media si hay
A: ¿La puede reservar?
H: ya anotada mañana la esperamos
> arranged | time 13:30 @2 | date 2027-02-20 @4
== no-volvais-a-llamar | ES restaurant | Mesa para 4 el domingo a las dos | called 2027-02-15 | 2027-02-21 14:00 x4 Ema Ruiz
H: Bar Sol.
A: Buenas tardes, soy un asistente de inteligencia artificial y llamo por Ema Ruiz. ¿Mesa para cuatro el domingo a las dos?
H: Aquí con cacharros no se reserva nada. Y no volváis a llamar a este teléfono.
> declined | flag do_not_call_again
== si-sale-ahi-la-apunto | GT general | Dos lugares el sábado a las cinco de la mañana | called 2026-07-06 | 2026-07-11 05:00 x2 Ema Ruiz
H: Shuttles Sol, buenas tardes.
A: Buenas tardes, soy un asistente virtual y llamo por Ema Ruiz. ¿Dos lugares el sábado a las cinco?
H: Con gusto, sábado a las cinco, dos personas. ¿A nombre de Ema Ruiz?
A: Sí. ¿Quedan reservados?
H: Todavía no le puedo decir, la van sale solo si se juntan ocho. Si sale, yo le escribo y ahí la apunto.
A: Está bien.
H: Feliz tarde, ahí nos vemos.
> unclear
== por-ahora-no | CR general | Tour de kayak el domingo a las siete, 4 personas | called 2026-12-01 | 2026-12-06 07:00 x4 Ema Ruiz
H: Kayak Sol.
A: Buenas, soy un asistente virtual y llamo por Ema Ruiz. ¿El tour del domingo a las siete, cuatro personas?
H: Domingo a las siete, cuatro personas. Yo no anoto a nadie hasta que me caiga la mitad.
A: Entonces, por ahora, no tiene los campos.
H: Por ahora no, todavía no hay nada. Que me mande el pago y ahí hablamos.
A: Gracias.
H: Nos vemos.
> unclear | flag condition optional
`,
};
