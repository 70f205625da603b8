/** Calls in English as people hold them; `read-calls.ts` tells the form. */
export const englishCalls = `
== half-hour | GB restaurant | Book a table for two on Friday at half past seven | called 2026-11-24 | 2026-11-27 19:30 x2 Owen Pryce
H: The Plough, Debbie speaking.
A: Hello Debbie, I'm an AI assistant ringing for Owen Pryce. Could he have a table for two this Friday at half past seven?
H: Friday, Friday... let's have a look. Half seven I've nothing, but I could squeeze you in at quarter past eight?
A: Quarter past eight is fine, thank you.
H: Smashing. And what was the name again, love?
A: Pryce. P, R, Y, C, E.
H: Pryce. Right you are, that's you booked in for Friday.
> arranged | date 2026-11-27 @2,6 | time 20:15 @2 | name Pryce @6 | other time 19:30 20:15 | may name Debbie

== all-set-us | US restaurant | Reserve a table for six on Saturday at 7 pm | called 2026-12-01 | 2026-12-05 19:00 x6 Dana Whitlock
H: Thanks for calling Sal's on Fourth, this is Brett, how can I help?
A: Hi Brett, this is an automated assistant calling on behalf of Dana Whitlock. I'd like to reserve a table for six this Saturday, December fifth, at seven PM.
H: Sure thing. Uh, six people, seven o'clock... yep, I can do that. Last name?
A: Whitlock.
H: Okay, Whitlock, party of six, Saturday the fifth at seven. You're all set.
A: Wonderful, thank you.
H: You bet, bye-bye.
> arranged | date 2026-12-05 @4 | time 19:00 @2,4 | name Whitlock @4 | may name Brett

== full-no-offer | IE restaurant | Book a table for five on Saturday at eight | called 2026-11-24 | 2026-11-28 20:00 x5 Aoife Brannigan
H: Howya, Mulcahy's.
A: Hello, I'm a virtual assistant calling for Aoife Brannigan. Would you have a table for five this Saturday at eight?
H: Ah, no, I'm sorry now. Saturday's booked out this long time, there's a communion crowd in.
A: Is there any other time that evening?
H: There isn't, no. Nothing at all.
A: Thank you for checking. I'll let her know.
H: No bother, bye now.
> declined

== offer-not-taken | GB restaurant | Book a table for four on Thursday at eight | called 2026-11-24 | 2026-11-26 20:00 x4 Ravi Menon
H: Good evening, Saffron House.
A: Good evening. I'm an AI assistant calling for Mr Ravi Menon, who would like a table for four on Thursday at eight.
H: Thursday at eight we're fully booked I'm afraid. I could offer you half five or half nine.
A: Neither of those suits him, I'm sorry. I'll pass that on.
H: No worries at all. Bye.
> declined | date 2026-11-26 @2 optional | time 17:30 @2 | time 21:30 @2 | other time 20:00 17:30 optional | other time 20:00 21:30 optional

== hedge-should-be | US clinic | Make an appointment for a physical on Monday morning | called 2026-12-02 | 2026-12-07 09:30 Carla Ruiz
H: Northside Family Practice.
A: Hi, I'm an AI assistant calling for Carla Ruiz. Does Doctor Patel have anything Monday morning around nine thirty?
H: Um, yeah, that should be fine. I mean, the schedule's not up yet for that week.
A: So can you book it?
H: I'd have to wait for the office manager. She does the calendar.
A: All right, thank you.
H: Uh-huh, bye.
> unclear

== hedge-then-firm | GB clinic | Book a dental check-up on Wednesday at ten | called 2026-11-30 | 2026-12-02 10:00 Henry Oduya
H: Park Lane Dental, good morning.
A: Good morning, this is a virtual assistant on behalf of Henry Oduya. He'd like a check-up on Wednesday at ten.
H: I think that one's gone, let me check. Oh no, it's still here. Ten o'clock Wednesday with Mr Farrow.
A: That's perfect.
H: Lovely, I've put him in. Ten on Wednesday.
> arranged | date 2026-12-02 @2,4 | time 10:00 @2,4

== retracted | US restaurant | Book a table for three tonight at 8 | called 2026-12-04 | 2026-12-04 20:00 x3 Lena Fox
H: Trattoria Nove, hold one sec. Okay, go ahead.
A: Hi, I'm an AI assistant calling for Lena Fox. A table for three tonight at eight, please.
H: Eight o'clock for three, yes, you're good, I've got you down.
A: Thank you so much.
H: Oh wait, hang on. Sorry, my colleague just gave that table away. We don't have anything left tonight.
A: Oh. Nothing at all?
H: No, sorry about that.
> declined

== stale-change | GB restaurant | Book a table for four on Sunday at one | called 2026-11-25 | 2026-11-29 13:00 x4 Nell Carver
H: Hello, the Boathouse.
A: Hello, this is an automated assistant for Nell Carver. A table for four on Sunday at one o'clock, please.
H: One o'clock Sunday, four. Yes, that's booked for you.
A: Sorry, she has just told me it's seven people now. Would that still be possible?
H: Seven? Ooh. I'd need to ask the chef about that, we'd have to move things round.
A: Of course.
H: Someone will give you a ring.
> unclear | date 2026-11-29 @2 optional | time 13:00 @2 optional

== ai-number-only | US general | Pick up order at the bakery, cake for Friday | called 2026-12-01 | 2026-12-04 - Marcus Bell
H: Rise and Shine Bakery.
A: Hi, I'm an AI assistant calling for Marcus Bell. He'd like to order a carrot cake for Friday pickup at three PM. I believe those are thirty-two dollars?
H: Yes.
A: Great, so is the order placed?
H: Yep, it's in the book. Carrot cake for Friday.
> arranged | date 2026-12-04 @4

== spelled-code-nato | GB hotel | Reserve a single room for one night on 12 December | called 2026-12-01 | 2026-12-12 - Tess Holloway
H: Reception, good evening.
A: Good evening, I'm a virtual assistant calling for Tess Holloway. Do you have a single room for the night of the twelfth?
H: We do. Eighty-nine pounds, breakfast included.
A: She'd like to take it.
H: Perfect, I've reserved that for Ms Holloway. Ready for the reference?
A: Yes, please.
H: It's Hotel, Kilo, seven, double three, Papa.
A: H, K, seven, three, three, P.
H: Spot on.
> arranged | price 89.00 GBP @2 | name Holloway @4 | confirmation HK733P @6

== code-as-in | US general | Schedule an oil change Tuesday at 8:15 am | called 2026-12-03 | 2026-12-08 08:15 Jo Tran
H: Quick Lube on 45th Street, Mike.
A: Hi Mike, this is an automated assistant for Jo Tran. Can you fit an oil change in on Tuesday at eight fifteen?
H: Tuesday the eighth, eight fifteen. Yeah, got it. Your confirmation is M as in Mary, Q as in queen, four zero, uh, nine.
A: M Q four zero nine.
H: Correct. It's gonna be fifty-nine ninety-five plus tax.
A: Thank you.
H: See you Tuesday.
> arranged | date 2026-12-08 @2,6 | time 08:15 @2 | confirmation MQ409 @2 | price 59.95 USD @4

== code-corrected | GB hotel | Book a twin room from the 4th for two nights | called 2026-11-24 | 2026-12-04 - Sam Okafor
H: Quayside Hotel, how may I help?
A: Hello, I'm an AI assistant phoning for Sam Okafor. A twin room from the fourth of December, two nights?
H: From the fourth, yes, that's a hundred and ten a night. Shall I book it?
A: Yes, please do.
H: That's booked now. Booking reference seven seven two, no, sorry, seven seven three B.
A: Seven seven three B. Thank you.
H: That's the one.
> arranged | date 2026-12-04 @2 | price 110.00 GBP @2 | confirmation 773B @4

== hours-question | US general | Ask what their opening hours are | called 2026-12-01 | - - -
H: Ace Locksmith.
A: Hi, I'm an AI assistant. I'm calling to ask for your opening hours.
H: Yeah we're open eight to five thirty Monday through Friday, Saturdays nine to noon, and closed Sundays.
A: Thank you very much.
H: No problem.
> answered | hours Mo-Fr 08:00-17:30 @2 | hours Sa 09:00-12:00 @2 | hours Su off @2

== answer-no | GB general | Ask if they repair sewing machines | called 2026-11-26 | - - -
H: Hello, Threads and Co.
A: Hello, I'm an automated assistant calling for a customer. Do you repair sewing machines?
H: No, we don't, sorry. We stopped doing that a couple of years back.
A: All right, thank you.
H: Bye.
> answered

== answer-price | IE general | Find out how much a men's haircut costs | called 2026-11-26 | - - Conor Daly
H: Barber shop.
A: Hi, I'm a virtual assistant calling for Conor Daly. How much would a men's haircut be?
H: Eh, it's eighteen euro. Twelve for the pensioners, like.
A: And do you need an appointment?
H: Not at all, just walk in.
> answered | price 18.00 EUR @2 | price 12.00 EUR @2 optional

== answer-hedged | US general | Ask whether they have a wheelchair ramp | called 2026-12-01 | - - -
H: Museum front desk.
A: Hello, I'm an AI assistant. Does the museum have a wheelchair ramp?
H: I believe so, but I'm new here, honestly I'm not sure.
A: Is there someone who would know?
H: Not right now, no. Maybe try again after two.
> unclear | flag asked_to_call_back

== voicemail | GB restaurant | Book a table for two tomorrow at seven | called 2026-11-24 | 2026-11-25 19:00 x2 Amy Lowe
H: You've reached the Copper Kettle. We're sorry we can't come to the phone right now. Please leave your name and number after the tone and we'll get back to you.
A: Hello, this is an AI assistant calling for Amy Lowe, about a table for two tomorrow at seven. Thank you.
> not_reached | flag voicemail_greeting

== voicemail-success | US clinic | Book a cleaning on Friday at 10 am | called 2026-12-01 | 2026-12-04 10:00 Bob Stern
H: Hi, you have reached Bright Smiles. Our office hours are nine to five. Leave a message at the beep.
A: Hi, this is an AI assistant. Bob Stern would like a cleaning on Friday at ten.
H: If you are satisfied with your message, press one.
> not_reached | flag voicemail_greeting | may hours 09:00-17:00

== menu-only | US general | Ask about refund status | called 2026-12-01 | - - -
H: Thank you for calling Homeland Appliances. For sales, press one. For service, press two. For all other questions, stay on the line.
A: I'm an AI assistant calling about a refund.
H: I'm sorry, I didn't get that. For sales, press one.
H: All of our representatives are currently assisting other callers. Your estimated wait time is twelve minutes.
> not_reached | flag on_hold_abandoned

== queue-then-person | GB general | Ask if the parcel office opens on Saturday | called 2026-11-25 | - - -
H: Your call is important to us. You are number four in the queue.
H: Hello, parcels, Jackie.
A: Hello Jackie, I'm an AI assistant. Are you open on Saturday?
H: Saturday yes, from nine till half twelve.
A: Thank you.
H: Ta, bye.
> answered | hours Sa 09:00-12:30 @3 | may date 2026-11-28

== hold-abandoned | US restaurant | Book a table for four Friday at 6:30 | called 2026-12-01 | 2026-12-04 18:30 x4 Kim Doyle
H: Blue Door, can you hold please?
A: Of course.
H: Thanks.
A: Hello? I'm an AI assistant calling for Kim Doyle. Are you still there?
A: Hello?
> unclear | flag on_hold_abandoned

== wrong-number | US restaurant | Book a table for two on Saturday at seven | called 2026-12-01 | 2026-12-05 19:00 x2 Jim Hale
H: Hello?
A: Hi, I'm an AI assistant calling for Jim Hale. I'd like to book a table for two on Saturday.
H: Uh, you got the wrong number, buddy. This is a private residence.
A: I apologize for the trouble.
H: No worries.
> not_reached | flag wrong_number

== do-not-call | GB restaurant | Book a table for six on Saturday at eight | called 2026-11-24 | 2026-11-28 20:00 x6 Zara Ahmed
H: Yes?
A: Hello, I'm an AI assistant calling for Zara Ahmed. She would like a table for six.
H: Oh, we don't deal with robots. Please don't ring here again.
A: I understand. I'm sorry to have bothered you.
> declined | flag do_not_call_again

== call-back | IE clinic | Make an appointment for a flu vaccine this week | called 2026-11-24 | - - Nora Quill
H: Surgery, hello.
A: Hello, I'm a virtual assistant calling for Nora Quill. She'd like an appointment for a flu vaccine this week.
H: The nurse who does the bookings is at lunch. Could you ring back after two?
A: I will. Thank you.
H: Thanks, bye bye bye.
> unclear | flag asked_to_call_back

== we-call-you | US general | Schedule a chimney sweep | called 2026-12-01 | - - Pat Lindqvist
H: Top Hat Sweeps.
A: Hi, I'm an automated assistant calling for Pat Lindqvist about a chimney cleaning. Could you schedule one next week?
H: We're on a job right now. Let me take the number and we'll call back tomorrow with some times.
A: The number you see is fine.
H: Okay, someone'll be in touch.
> unclear

== not-disclosed | US restaurant | Reserve a table for two tomorrow at 6 | called 2026-12-01 | 2026-12-02 18:00 x2 Al Berg
H: Noodle Bar.
A: Hi, I'd like to reserve a table for two tomorrow at six under Berg.
H: Tomorrow at six, two people. Okay, that's confirmed. Berg, right?
A: That's right. Thanks.
H: See you tomorrow.
> arranged | date 2026-12-02 @2,4 | time 18:00 @2 | name Berg @2 | flag ai_not_disclosed

== recording-objection | US clinic | Ask if they accept Delta insurance | called 2026-12-01 | - - Ray Soto
H: Doctor Kim's office.
A: Hi, I'm an AI assistant on a recorded line, calling for Ray Soto. Do you accept Delta insurance?
H: Whoa, I do not consent to being recorded. Turn that off.
A: I understand. I'm not able to turn it off, so I'll end the call.
> unclear | flag recording_objection

== deposit | GB restaurant | Book a table for ten on 19 December at seven | called 2026-11-30 | 2026-12-19 19:00 x10 Gwen Rees
H: The Anchor, good afternoon.
A: Good afternoon, I'm an AI assistant calling for Gwen Rees. Could she book a table for ten on the nineteenth of December at seven in the evening?
H: Ten on the nineteenth, seven o'clock, yes we can do that. It's a set menu at thirty-five pounds a head, and for tables over eight we take a deposit of a tenner each.
A: That's fine. Please go ahead.
H: Okay, that's in under Rees. If the deposit's not paid by Friday we release the table.
A: Understood.
H: Cheers.
> arranged | date 2026-12-19 @2 | time 19:00 @2 | price 35.00 GBP @2 | price 10.00 GBP @2 optional | name Rees @4 | flag condition | may date 2026-12-04

== card-needed | US restaurant | Book a table for four on December 12 at 8 pm | called 2026-12-01 | 2026-12-12 20:00 x4 Tia Moss
H: Vault, this is Ken.
A: Hi Ken, I'm an AI assistant calling for Tia Moss, for a table for four on December twelfth at eight.
H: I have eight o'clock, but I can't hold it without a credit card number.
A: I'm not able to give a card number. Could she call you with it?
H: Sure, but I can't promise it'll still be there.
A: Understood, thank you.
> unclear | time 20:00 @2 optional | flag condition | may flag asked_to_call_back

== party-smaller | US restaurant | Book a table for nine on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x9 Ned Byrne
H: Harvest Table, hi.
A: Hello, I'm an automated assistant calling for Ned Byrne. Table for nine on Friday at seven?
H: Friday at seven, okay, but the biggest I can do is eight people. We can't do nine.
A: Eight will work, they'll be eight then.
H: Okay, eight people, Friday at seven, I've got that down. Under what name?
A: Byrne.
H: Thank you. See you Friday.
> arranged | date 2026-12-04 @2,4,6 | time 19:00 @2,4 | other partySize 9 8

== cancel-booking | GB restaurant | Cancel the booking for Friday at eight in the name of Frost | called 2026-11-24 | 2026-11-27 20:00 x2 Ella Frost
H: Good morning, Oliveto.
A: Good morning. I'm an AI assistant calling for Ella Frost, who needs to cancel her booking for Friday at eight.
H: Frost... yes, got it here. Table for two. I've taken that off for you.
A: Thank you.
H: No problem, thanks for letting us know.
> arranged | name Frost @2

== put-aside | IE general | Ask them to put aside the last copy of The Lighthouse | called 2026-11-24 | - - Dara Flynn
H: Books Upstairs, Sinead here.
A: Hello, I'm an AI assistant calling for Dara Flynn. Could you put a copy of The Lighthouse aside for him?
H: Let me check the shelf... Yeah, we've one left. It's fourteen ninety-nine. I'll keep it behind the till for Dara.
A: Thank you. Until when?
H: We'll hold it till Thursday at six.
> arranged | price 14.99 EUR @2 | name Dara @2 | may date 2026-11-26 | may time 18:00 | flag condition optional

== waiting-list | US clinic | Get an eye exam appointment this week | called 2026-12-01 | - - Uma Kapoor
H: Clear Vision.
A: Hi, this is a virtual assistant calling for Uma Kapoor. She'd like an eye exam this week.
H: We don't have any openings this week. I can put her on the waiting list.
A: Please do.
H: Okay, she's on the list. We'll call if something opens up.
> declined

== half-six-no-sorry | GB clinic | Book a physio session on Tuesday after work | called 2026-11-26 | 2026-12-01 18:00 Leo Grant
H: Physio Works, hiya.
A: Hiya, I'm an AI assistant for Leo Grant. Anything on Tuesday at six?
H: Tuesday, let me see. I can do you six, no, sorry, half six.
A: Half six is great. Please book it.
H: Done. It's forty-eight pound, and we're at number twelve Mill Street, first floor.
A: Thanks.
> arranged | date 2026-12-01 @2 | time 18:30 @2 | price 48.00 GBP @4 | other time 18:00 18:30

== day-after | US clinic | Book a vet visit for the cat tomorrow at 4 | called 2026-12-01 | 2026-12-02 16:00 Beth Ames
H: Paws and Claws.
A: Hi, I'm an AI assistant calling for Beth Ames. Her cat needs to be seen tomorrow at four if possible.
H: Tomorrow's a no, doctor's out. How about the day after, ten to four?
A: The day after at three fifty works.
H: Great. I have you down for that.
> arranged | date 2026-12-03 @2 | time 15:50 @2 | other date 2026-12-02 2026-12-03 | other time 16:00 15:50

== friday-week | GB general | Book a boiler service as soon as possible | called 2026-11-24 | - - Ida Marsh
H: Marsh Heating. No relation, ha.
A: Hello, I'm an automated assistant calling for Ida Marsh. When could you do a boiler service?
H: We're chocka, I'm afraid. Soonest I've got is Friday week, half nine in the morning.
A: She'll take that.
H: Righto, you're in the diary. It's eighty-five all in.
> arranged | date 2026-12-04 @2 | time 09:30 @2 | price 85.00 GBP @4

== mislabelled | US restaurant | Book a table for two on Sunday at noon | called 2026-12-01 | 2026-12-06 12:00 x2 Rob Castle
H: Corner Bistro.
H: Hi, I'm an AI assistant calling on behalf of Rob Castle. I'd like a table for two on Sunday at noon, can you confirm that's booked?
A: Hello?
H: Sorry, who is this? I can't hear you, the line's terrible.
> unclear

== contradicts | US restaurant | Book a table for five on Friday at 7:30 | called 2026-12-01 | 2026-12-04 19:30 x5 Ivy Chen | says Table for five booked for Friday at 7:30 PM.
H: Golden Lantern.
A: Hi, I'm an AI assistant for Ivy Chen. Table for five on Friday, seven thirty?
H: Friday we got a private party, whole place. Not possible.
A: I see. What about Saturday?
H: Saturday same thing. Sorry.
A: Thank you.
> declined

== no-transcript | US restaurant | Book a table for five on Friday at 7:30 | called 2026-12-01 | 2026-12-04 19:30 x5 Ivy Chen | says Table booked for 7:30 PM.
> unclear

== no-answer | US restaurant | Book a table for five on Friday at 7:30 | called 2026-12-01 | 2026-12-04 19:30 x5 Ivy Chen | status no_answer
> not_reached

== confirming-question | US restaurant | Book a table for two on Thursday at 8 | called 2026-12-01 | 2026-12-03 20:00 x2 Max Doyle
H: Ember.
A: Hi there, I'm an AI assistant for Max Doyle. Could I get a table for two on Thursday at eight?
H: Uh, let me look. Yeah, eight's open.
A: Great. So that's a table for two on Thursday at eight under Doyle, confirmed?
H: Yes, sir.
A: Thank you, goodbye.
> arranged | time 20:00 @2

== online-only | GB restaurant | Book a table for two on Friday at eight | called 2026-11-24 | 2026-11-27 20:00 x2 Kit Hall
H: Hiya, Dough Brothers.
A: Hello, I'm an AI assistant calling for Kit Hall about a table for two on Friday at eight.
H: We don't take bookings over the phone, it's all on the website or you just turn up.
A: Thank you, I'll tell him.
> declined

== price-nights | US hotel | Find out the price of a king room on January 8 | called 2026-12-01 | 2027-01-08 - -
H: Riverside Inn, this is Carol.
A: Hi Carol, I'm an AI assistant. What's the rate for a king room on the eighth of January?
H: For the eighth, let's see, that's one eighty-nine a night plus tax. Checkout's at eleven.
A: Thank you.
> answered | date 2027-01-08 @2 | price 189.00 USD @2 | time 11:00 @2 optional

== cut-off | US clinic | Book a check-up on Friday at 9 | called 2026-12-01 | 2026-12-04 09:00 Eve Stone
H: Doctor's office, please hold. Okay thanks for waiting.
A: Hi, I'm an AI assistant calling for Eve Stone. She needs a check-up on Friday at nine.
H: Okay, is she an established patient?
A: Yes.
H: And what's her date of birth?
A: I don't have that.
H: Okay, let me see what I can
> unclear

== side-question-no | GB restaurant | Book a table for two on Saturday at seven and ask if there is parking | called 2026-11-24 | 2026-11-28 19:00 x2 Ben Shaw
H: The Mill, hello.
A: Hello, I'm an AI assistant calling for Ben Shaw. A table for two on Saturday at seven, please.
H: Yes, of course. Saturday at seven, two of you. That's all booked.
A: Thanks. Do you have parking?
H: No, we don't, I'm afraid. There's the car park on Station Road.
A: Lovely, thank you.
H: See you Saturday.
> arranged | date 2026-11-28 @2,6 | time 19:00 @2

== military | GB hotel | Order an airport taxi through reception for the fourteenth | called 2026-12-07 | 2026-12-14 19:00 Ana Pope
H: Airport Lodge.
A: Hello, this is a virtual assistant calling for Ana Pope. Could you arrange a taxi for her on the fourteenth at seven in the evening?
H: The fourteenth, yeah. I can get you one for nineteen hundred, it's twenty-two pounds fifty.
A: Please book that.
H: All sorted for her.
> arranged | date 2026-12-14 @2 | time 19:00 @2 | price 22.50 GBP @2

== nine-oh-five | US general | Book a bus seat to Albany on Saturday | called 2026-12-01 | 2026-12-05 09:00 Lee Park
H: Valley Coach Lines.
A: Hi, I'm an AI assistant calling for Lee Park. One seat to Albany on Saturday morning at nine?
H: Saturday the bus leaves at nine oh five from gate fourteen. It's twenty-eight bucks.
A: One seat on that, please.
H: Okay, I reserved one seat. Confirmation number is eight eight one six.
A: Eight eight one six.
H: Yep.
> arranged | date 2026-12-05 @2 | time 09:05 @2 | price 28.00 USD @2 | confirmation 8816 @4 | other time 09:00 09:05

== pencilled | IE general | Book the community hall for the twelfth from two o'clock | called 2026-11-24 | 2026-12-12 14:00 Sean Roche
H: Parish office.
A: Hello, I'm an AI assistant calling for Sean Roche. Is the hall free on the twelfth of December at two?
H: It looks free all right. I'll pencil him in, but the committee has to approve it on Thursday.
A: When will he know?
H: We'll let him know after.
> unclear
`;
