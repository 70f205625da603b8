/** Calls in English that were written before the rules were, each by another way of talking. */
export const heardInEnglish = `
== let-me-check-for-you-yep | GB restaurant | Book a table for two on Friday at eight | called 2026-11-24 | 2026-11-27 20:00 x2 Holly Marsh
H: Hiya, Bella Vita.
A: Hello, I'm an AI assistant calling for Holly Marsh. Is there a table for two on Friday at eight?
H: Let me check for you... yep, that's fine, eight o'clock Friday, table for two. Can I take a surname?
A: Marsh.
H: Marsh. Perfect. We'll see you Friday.
> arranged | date 2026-11-27 @2,4 | time 20:00 @2 | name Marsh @4

== um-tomorrow-let-me-see-were | US restaurant | Reserve a table for four tomorrow at 7 | called 2026-12-01 | 2026-12-02 19:00 x4 Greg Olson
H: thanks for calling the rusty anchor this is jess
A: Hi Jess, I'm an AI assistant calling on behalf of Greg Olson. Could I get a table for four tomorrow at seven?
H: um tomorrow let me see we're pretty slammed i got nothing at seven i could do five thirty or nine
A: I'm afraid neither of those works. Thank you.
H: okay no worries bye
> declined | time 17:30 @2 | time 21:00 @2 | may date 2026-12-02 | may other time 19:00 17:30 | may other time 19:00 21:00

== okay-ive-got-her-down-for | US clinic | Make a dentist appointment on December 8 at 10 am | called 2026-12-01 | 2026-12-08 10:00 Paula Ames
H: Dr. Cho's office.
A: Hi, this is an automated assistant calling for Paula Ames. Do you have anything on December eighth at ten?
H: Let me look. December eighth... I can do ten fifteen.
A: Ten fifteen works.
H: Okay, I've got her down for Tuesday the eighth at ten fifteen. Your confirmation number is seven seven three one.
A: Thank you.
H: And there's a fifty dollar fee if she doesn't cancel 24 hours ahead.
> arranged | date 2026-12-08 @4,2 | time 10:15 @2,4 | confirmation 7731 @4 | price 50.00 USD @6 | other time 10:00 10:15 | flag condition

== no-sorry-cant-do-it-without | GB restaurant | Table for six on Saturday at 7.30 | called 2026-11-25 | 2026-11-28 19:30 x6 Imran Aziz
H: Good evening, Lahore Kitchen.
A: Good evening, I'm an AI assistant for Imran Aziz, who'd like a table for six on Saturday at half past seven.
H: For six? We'd need a ten pound deposit per person to hold it.
A: He can't pay over the phone just now. Could you hold it without?
H: No, sorry, can't do it without the deposit. It's company policy.
A: I understand, I'll let him know.
> declined | price 10.00 GBP @2 | flag condition

== right-thats-booked-for-mrs-quill | GB hotel | Book a double room for 28 November | called 2026-11-23 | 2026-11-28 - x2 Mary Quill
H: Seaview Guest House, hello.
A: Hello, I'm an AI assistant calling for Mary Quill. Have you a double for the twenty-eighth of November?
H: The twenty-eighth, yes we do. Eighty-five pounds a night including breakfast.
A: She'd like to book that, please.
H: Right, that's booked for Mrs Quill on the twenty-eighth. Check in is from two.
A: Lovely, thank you.
> arranged | date 2026-11-28 @2,4 | price 85.00 GBP @2 | name Quill @4 | may time 14:00

== uh-yeah-we-do-we-got | US general | Ask if they have the PS5 in stock | called 2026-12-01 | - - Tyler Boone
H: GameHub, this is Nate.
A: Hi, I'm an AI assistant calling for Tyler Boone. Do you have the PlayStation five in stock?
H: Uh, yeah we do, we got like three left.
A: Great, and what's the price?
H: Four ninety-nine ninety-nine plus tax.
> answered | price 499.99 USD @4

== no-problem-have-a-good-one | US general | Ask what time they close today | called 2026-12-01 | - - Tyler Boone
H: Good afternoon, Maple Hardware.
A: Hi, I'm an AI assistant calling for Tyler Boone. What time do you close today?
H: We close at six.
A: Thanks.
H: No problem, have a good one.
> answered | time 18:00 @2 | may date 2026-12-01

== i-couldnt-tell-you-im-only | GB general | Ask if the watch repair is ready | called 2026-12-01 | - - Joan Perry
H: Timewise Jewellers.
A: Hello, this is a virtual assistant on behalf of Joan Perry. Is her watch ready to collect?
H: I couldn't tell you, I'm only the Saturday girl. You'd have to speak to Martin.
A: When is he in?
H: Dunno, tomorrow probably.
> unclear

== did-you-know-you-can-book | GB clinic | Book a doctor's appointment tomorrow morning | called 2026-12-01 | 2026-12-02 09:00 Tom Hale
H: You are number three in the queue. Please hold and your call will be answered as soon as possible.
H: Did you know you can book appointments online? Visit our website.
H: You are number two in the queue.
A: I'll end the call here.
> not_reached | flag on_hold_abandoned

== hi-youve-reached-the-voicemail-of | US restaurant | Table for two tonight at 8 | called 2026-12-04 | 2026-12-04 20:00 x2 Kara Dunn
H: Hi, you've reached the voicemail of Nonna Rosa. We're open Tuesday to Sunday five to ten. Please leave a message after the beep.
A: Hello, this is an AI assistant calling for Kara Dunn, to reserve a table for two tonight at eight. Thank you.
> not_reached | flag voicemail_greeting | may hours Tu-Su 17:00-22:00

== no-youve-got-the-wrong-number | US restaurant | Table for two tonight at 8 | called 2026-12-04 | 2026-12-04 20:00 x2 Kara Dunn
H: Hello?
A: Hi, is this Nonna Rosa? I'm an AI assistant calling for Kara Dunn.
H: No, you've got the wrong number, buddy.
A: My apologies.
> not_reached | flag wrong_number

== we-dont-take-reservations-its-first | US restaurant | Table for five on Sunday at noon | called 2026-12-03 | 2026-12-06 12:00 x5 Will Tate
H: Pancake Shack.
A: Hi, this is an AI assistant calling for Will Tate. Could he get a table for five Sunday at noon?
H: We don't take reservations, it's first come first served.
A: Understood, thanks.
H: Yup.
> declined

== we-dont-do-food-on-tuesdays | GB restaurant | Table for three on Tuesday at one | called 2026-11-27 | 2026-12-01 13:00 x3 Sue Lamb
H: Hello, The Crown.
A: Hello, I'm an AI assistant calling for Sue Lamb. Could she have a table for three on Tuesday at one?
H: We don't do food on Tuesdays, love. Kitchen's shut.
A: What about Wednesday?
H: Wednesday's fine, yeah, one o'clock?
A: I'd have to check with her. Thank you.
H: Alright. Give us a ring if she wants it.
> declined | may date 2026-12-02 | may time 13:00 | may other date 2026-12-01 2026-12-02 | may flag asked_to_call_back

== okay-so-im-gonna-have-to | US clinic | Schedule an oil change... for the cat: vet checkup on Friday at 4 | called 2026-12-01 | 2026-12-04 16:00 Amy Roth
H: Paws and Claws, how can I help?
A: Hi, I'm an AI assistant calling on behalf of Amy Roth for a vet checkup on Friday at four.
H: Okay, so I'm gonna have to call you back on that, the doctor's schedule is kind of up in the air.
A: That's fine. The number is the one I'm calling from.
H: Great, we'll get back to you today.
> unclear

== sure-friday-at-four-youre-all | US clinic | Vet checkup on Friday at 4 | called 2026-12-01 | 2026-12-04 16:00 Amy Roth
H: Paws and Claws.
A: Hi, I'm an AI assistant calling on behalf of Amy Roth for a vet checkup on Friday at four.
H: Sure, Friday at four, you're all set. Bring any records you have.
A: Thank you!
> arranged | date 2026-12-04 @2 | time 16:00 @2

== not-another-bloody-robot-dont-ring | GB restaurant | Table for four on Friday at 7 | called 2026-11-25 | 2026-11-27 19:00 x4 Lee Ward
H: Hello.
A: Hello, I'm an AI assistant for Lee Ward. A table for four on Friday at seven, please.
H: Not another bloody robot. Don't ring here again.
A: Sorry to bother you.
> declined | flag do_not_call_again

== im-not-happy-being-recorded-mate | GB restaurant | Table for four on Friday at 7 | called 2026-11-25 | 2026-11-27 19:00 x4 Lee Ward
H: Hello, Spice Garden.
A: Hello, I'm an AI assistant for Lee Ward. This call is recorded. A table for four on Friday at seven, please.
H: I'm not happy being recorded, mate. I'd rather you didn't.
A: I understand. I can end the call.
H: Yeah, do that please.
> unclear | flag recording_objection

== friday-at-seven-for-four-okay | US restaurant | Table for four on Friday at 7 | called 2026-11-25 | 2026-11-27 19:00 x4 Lee Ward
H: Blue Plate, can you hold?
A: Yes, of course.
H: Thanks for holding, what can I do for you?
A: I'm an AI assistant calling for Lee Ward. He'd like a table for four on Friday at seven.
H: Friday at seven for four... okay, I have you down. See you Friday!
> arranged | date 2026-11-27 @4 | time 19:00 @4

== sundays-were-ten-till-four | GB general | Ask for the opening hours on Sundays | called 2026-11-25 | - - Joe Finch
H: Garden World.
A: Hi, I'm an AI assistant for Joe Finch. What are your opening hours on Sundays?
H: Sundays we're ten till four.
A: Thanks.
> answered | hours Su 10:00-16:00 @2

== we-do-but-were-out-right | US general | Find out whether the pharmacy has a flu vaccine | called 2026-11-25 | - - Nina Cole
H: Pharmacy, this is Ed.
A: Hi, I'm an AI assistant calling for Nina Cole. Do you offer flu shots?
H: We do, but we're out right now. Should have more next week.
A: Thank you.
> answered

== sure-ill-put-it-in-now | US restaurant | Reserve for 8 on Saturday at 6:30 | called 2026-12-01 | 2026-12-05 18:30 x8 Rob Vance
H: Ponderosa Grill.
A: Hi, I'm an AI assistant calling for Rob Vance. Can he reserve for eight on Saturday at six thirty?
H: For parties of eight or more we need a card on file. Do you have one?
A: I'm sorry, I can't give a card number. Can he call in with it?
H: Sure, I'll put it in now and he can call with the card by Thursday, otherwise it gets released.
A: Perfect, thank you.
H: Alright, Saturday six thirty, eight people, under Vance.
> arranged | date 2026-12-05 @6 | time 18:30 @6 | name Vance @6 | flag condition | may date 2026-12-03

== only-if-youve-got-a-credit | US restaurant | Reserve for 8 on Saturday at 6:30 | called 2026-12-01 | 2026-12-05 18:30 x8 Rob Vance
H: Ponderosa Grill.
A: Hi, I'm an AI assistant calling for Rob Vance. Can he reserve for eight on Saturday at six thirty?
H: Only if you've got a credit card. I can't book it otherwise.
A: I don't have one. Thank you anyway.
H: Okay, sorry.
> declined | flag condition

== baird-baird-yeah-found-it-thats | GB general | Cancel my dinner booking on Friday for Jo Baird | called 2026-11-25 | 2026-11-27 - Jo Baird
H: Olive Tree.
A: Hello, I'm an AI assistant calling for Jo Baird, to cancel her booking on Friday at eight.
H: Baird, Baird... yeah, found it. That's cancelled for you.
A: Thank you.
> arranged | name Baird @2

== two-large-pepperoni-thatll-be-thirty | US general | Order two large pizzas for pickup | called 2026-11-25 | - - Max Stone
H: Tony's Pizza, pickup or delivery?
A: Hi, I'm an AI assistant ordering for Max Stone. Two large pepperoni pizzas for pickup, please.
H: Two large pepperoni. That'll be thirty-four fifty. Name?
A: Max Stone.
H: Okay Max, it'll be ready in twenty-five minutes.
> arranged | price 34.50 USD @2 | name Max @4

== got-her-right-ive-moved-her | GB clinic | Move my dental appointment from Monday to Wednesday at 2 | called 2026-11-27 | 2026-12-02 14:00 Ida Bell
H: Smile Dental, Sam here.
A: Hi Sam, I'm an AI assistant. Ida Bell would like to move her Monday appointment to Wednesday at two.
H: Okay, what's her date of birth?
A: The third of May nineteen eighty.
H: Got her. Right, I've moved her to Wednesday the second at two.
A: Thank you.
> arranged | date 2026-12-02 @4 | time 14:00 @4

== six-thirty-it-is-so-thats | US clinic | Book a massage Friday at 5 | called 2026-12-01 | 2026-12-04 17:00 Eve Nash
H: Zen Spa, this is Lily.
A: Hi Lily, I'm an AI assistant calling for Eve Nash. Is there a massage available Friday at five?
H: I have four or six thirty.
A: Six thirty would be great.
H: Six thirty it is. So that's sixty minutes with Tara, a hundred and ten dollars. What's the phone number?
A: Five five five, zero one nine nine.
H: Got it. You're booked.
> arranged | time 18:30 @4,2 | price 110.00 USD @4 | other time 17:00 18:30 | may date 2026-12-04

== saturday-were-fully-booked-but-i | GB restaurant | Table for two on Saturday at eight | called 2026-11-25 | 2026-11-28 20:00 x2 Al Burns
H: Good evening, Trattoria.
A: Good evening, I'm an AI assistant calling for Al Burns. A table for two on Saturday at eight, please.
H: Saturday we're fully booked, but I can put him on the waiting list.
A: Yes please.
H: Done. He's on the list. We'll ring him if something comes up.
> declined

== retracted-oh-hang-on-a-sec-sorry | GB restaurant | Table for two on Saturday at eight | called 2026-11-25 | 2026-11-28 20:00 x2 Al Burns
H: Trattoria, good evening.
A: Good evening, I'm an AI assistant calling for Al Burns. A table for two on Saturday at eight, please.
H: Eight on Saturday, yes, that's no problem at all. And your name?
A: Al Burns.
H: Oh, hang on a sec. Sorry, I've just seen we've got a wedding in on Saturday. We're closed to the public. I do apologise.
A: I see. Goodbye.
> declined

== yeah-should-be-okay-its-usually | US restaurant | Table for two tonight at 7 | called 2026-12-04 | 2026-12-04 19:00 x2 Ray Pike
H: Hey, Smokehouse.
A: Hi, I'm an AI assistant calling for Ray Pike. A table for two at seven tonight?
H: Yeah, should be okay, it's usually quiet.
A: Could you put it under Pike?
H: We don't really do that, just come on by.
> unclear

== the-twelfth-we-have-a-king | US hotel | Book a room for December 12, one night | called 2026-12-01 | 2026-12-12 - x1 Lou Katz
H: Front desk, how may I direct your call?
A: Reservations, please. I'm an AI assistant calling for Lou Katz.
H: One moment, I'll transfer you.
H: Reservations, this is Kim.
A: Hi Kim, I'm an AI assistant. A single room for December twelfth, one night, please.
H: The twelfth... we have a king for one sixty-nine a night plus tax.
A: He'll take it.
H: Great. Confirmation code is K, B, four, four, nine, two.
> arranged | date 2026-12-12 @5 | price 169.00 USD @5 | confirmation KB4492 @7

== im-sorry-i-didnt-understand-that | US hotel | Book a room for December 12, one night | called 2026-12-01 | 2026-12-12 - x1 Lou Katz
H: Thank you for calling Sunset Inn. For reservations press 1, for the front desk press 2.
A: Reservations.
H: I'm sorry, I didn't understand that. For reservations press 1.
A: Goodbye.
> not_reached

== okay-thats-in-the-system-tuesday | GB clinic | Book an eye test on Monday at 11 | called 2026-11-26 | 2026-11-30 11:00 Flo King
H: Bright Eyes, good afternoon.
A: Good afternoon, I'm an AI assistant calling for Flo King. An eye test on Monday at eleven, please.
H: Monday's looking full. I could do Tuesday at quarter to twelve?
A: Tuesday at quarter to twelve would suit her.
H: Okay, that's in the system. Tuesday the first at quarter to twelve.
> arranged | date 2026-12-01 @2,4 | time 11:45 @2,4 | other date 2026-11-30 2026-12-01 | other time 11:00 11:45

== we-only-book-through-the-website | GB clinic | Book an eye test on Monday at 11 | called 2026-11-26 | 2026-11-30 11:00 Flo King
H: Bright Eyes.
A: Good afternoon, I'm an AI assistant calling for Flo King. An eye test on Monday at eleven, please.
H: We only book through the website now, I'm afraid.
A: Could you make an exception?
H: No, sorry. It's all online.
> declined

== it-is-yes-theres-a-ramp | US general | Ask if the restaurant is wheelchair accessible | called 2026-11-26 | - - Flo King
H: Cafe Luna.
A: Hi, I'm an AI assistant calling for Flo King. Is your restaurant wheelchair accessible?
H: It is, yes, there's a ramp on the side entrance.
A: Thanks!
> answered

== i-think-so-im-new-here | US general | Ask if the restaurant is wheelchair accessible | called 2026-11-26 | - - Flo King
H: Cafe Luna.
A: Hi, I'm an AI assistant calling for Flo King. Is your restaurant wheelchair accessible?
H: I think so? I'm new here. Let me ask.
H: Yeah, my manager says it is.
A: Thanks!
> answered

== could-do-thursday-at-ten | GB general | Ask how much they charge for an MOT and when they could do it | called 2026-11-26 | - - Den Shaw
H: Shaw Road Garage.
A: Hello, I'm an AI assistant ringing for Den Shaw. What do you charge for an MOT?
H: It's forty-five pounds.
A: And when could you fit him in?
H: Could do Thursday at ten.
A: Thank you, I'll tell him.
> answered | price 45.00 GBP @2 | may date 2026-12-03 | may time 10:00

== six-no-wait-thats-taken-i | US restaurant | Table for three on Friday at 6 | called 2026-12-01 | 2026-12-04 18:00 x3 Uma Rao
H: Curry Leaf.
A: Hi, I'm an AI assistant calling for Uma Rao. A table for three on Friday at six, please.
H: Six, no wait, that's taken. I have six forty-five.
A: Six forty-five is okay.
H: Alright, six forty-five on Friday for three, name?
A: Uma.
H: Uma, all set.
> arranged | date 2026-12-04 @4 | time 18:45 @2,4 | name Uma @6 | other time 18:00 18:45

== yeah-no-were-chockers-friday-sorry | AU restaurant | Table for two on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Bec Lang
H: G'day, Fish Shed.
A: Hi, I'm an AI assistant calling for Bec Lang. Would you have a table for two on Friday at seven?
H: Yeah no, we're chockers Friday, sorry mate.
A: Thanks anyway.
> declined

== yeah-nah-thats-all-good-what | AU restaurant | Table for two on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Bec Lang
H: G'day, Fish Shed.
A: Hi, I'm an AI assistant calling for Bec Lang. Would you have a table for two on Friday at seven?
H: Yeah nah, that's all good. What name?
A: Lang.
H: No worries, you're in.
> arranged

== yes-i-see-it-here-friday | US general | Confirm my appointment for Friday at 2 with the accountant | called 2026-12-01 | 2026-12-04 14:00 Hal Berg
H: Meyer Accounting.
A: Hi, I'm an AI assistant calling for Hal Berg, to confirm his appointment on Friday at two.
H: Yes, I see it here, Friday at two with Linda.
A: So it's confirmed?
H: Confirmed, yes.
> arranged | date 2026-12-04 @2 | time 14:00 @2

== half-eight-thursday-i-can-do | GB restaurant | Table for two at half eight on Thursday | called 2026-12-01 | 2026-12-03 20:30 x2 Nia Rees
H: Bwyty Mair, good evening.
A: Hello, I'm an AI assistant calling for Nia Rees. A table for two on Thursday at half eight?
H: Half eight, Thursday... I can do eight or nine, but not half past.
A: She'd prefer half past. I'll ask her and call again.
H: No problem.
> declined | time 20:00 @2 | time 21:00 @2 | may date 2026-12-03 | may other time 20:30 20:00 | may other time 20:30 21:00

== sorry-youre-breaking-up-hello-hello | GB restaurant | Table for two at half eight on Thursday | called 2026-12-01 | 2026-12-03 20:30 x2 Nia Rees
H: Hello?
A: Hello, I'm an AI assistant calling for Nia Rees. A table for two on Thursday at half eight?
H: Sorry, you're breaking up. Hello? Hello?
> unclear

== okay-done-wednesday-at-one-with | US clinic | Book a haircut on Wednesday at 1 | called 2026-11-30 | 2026-12-02 13:00 Zoe Hart
H: Salon Twelve.
A: Hi, this is an AI assistant calling for Zoe Hart. Is Wednesday at one open for a haircut?
H: It is! Want me to put her in?
A: Yes, please.
H: Okay, done. Wednesday at one with Marco.
A: Thanks.
> arranged | date 2026-12-02 @4 | time 13:00 @4

== can-you-call-back-in-like | US clinic | Book a haircut on Wednesday at 1 | called 2026-11-30 | 2026-12-02 13:00 Zoe Hart
H: Salon Twelve.
A: Hi, this is an AI assistant calling for Zoe Hart. Is Wednesday at one open for a haircut?
H: Can you call back in like ten minutes? I'm with a client.
A: Sure.
> unclear | flag asked_to_call_back

== yes-that-works-ill-book-her | US clinic | Book a haircut on Wednesday at 1 | called 2026-11-30 | 2026-12-02 13:00 Zoe Hart
H: Salon Twelve.
A: Hi, I'm calling for Zoe Hart. Is Wednesday at one open for a haircut?
H: Yes, that works. I'll book her in for Wednesday at one.
A: Thanks.
> arranged | date 2026-12-02 @2 | time 13:00 @2 | flag ai_not_disclosed

== we-can-only-do-eight-on | GB restaurant | Table for ten on 19 December at 7 | called 2026-12-01 | 2026-12-19 19:00 x10 Kit Moor
H: The Bull, Tracey speaking.
A: Hello Tracey, I'm an AI assistant for Kit Moor. A table for ten on the nineteenth of December at seven, please.
H: We can only do eight on that table, sweetheart. I could put eight of you in.
A: Eight people would be all right.
H: Okay, eight people, the nineteenth at seven. Booked.
> arranged | date 2026-12-19 @4 | time 19:00 @4 | other partySize 10 8

== no-its-twelve-pounds-fifty-extra | GB hotel | Ask if breakfast is included | called 2026-12-01 | 2026-12-19 - x2 Kit Moor
H: Swan Hotel.
A: Hello, I'm an AI assistant for Kit Moor. Is breakfast included in the room rate?
H: No, it's twelve pounds fifty extra per person.
A: Thank you.
> answered | price 12.50 GBP @2

== thirty-days-with-a-receipt-store | US general | Ask about the return policy | called 2026-12-01 | - - Pat Lowe
H: Shoe Barn, hello?
A: Hi, I'm an AI assistant calling for Pat Lowe. What's your return policy?
H: Thirty days with a receipt, store credit after that.
A: Great, thanks.
> answered

== hmm-ill-pencil-you-in-but | US restaurant | Table for two on Sunday at 6 | called 2026-12-03 | 2026-12-06 18:00 x2 Gus Neal
H: Luna Bistro.
A: Hi, I'm an AI assistant calling for Gus Neal. A table for two on Sunday at six?
H: Hmm, I'll pencil you in but it's not definite until the owner okays it.
A: Okay, thanks.
> unclear

== nope-saturdays-a-private-event | US restaurant | Table for two on Sunday at 6 | called 2026-12-03 | 2026-12-06 18:00 x2 Gus Neal
H: Luna Bistro.
A: Hi, I'm an AI assistant calling for Gus Neal. A table for two on Sunday at six?
H: Sunday we close at five.
A: Would five be possible on Saturday?
H: Nope, Saturday's a private event.
A: All right, thank you.
> declined

== it-depends-on-the-design-really | US general | Ask for the price of a wedding cake for 80 people | called 2026-12-03 | - - Gus Neal
H: Sugar Rush Bakery, Dee speaking.
A: Hi Dee, I'm an AI assistant calling for Gus Neal. How much would a wedding cake for eighty people be?
H: It depends on the design, really. You'd need to come in for a consultation.
A: Is there a rough price?
H: I can't say over the phone, hon.
> unclear

== in-the-bar-yeah-not-in | GB general | Ask whether dogs are allowed in the pub | called 2026-12-03 | - - Gus Neal
H: White Hart.
A: Hi, I'm an AI assistant calling for Gus Neal. Are dogs allowed in the pub?
H: In the bar, yeah, not in the restaurant bit.
A: Thank you.
> answered

== right-ill-log-that-friday-i | GB general | Report a fault: the heating at flat 4 is broken, get an engineer on Friday | called 2026-12-01 | 2026-12-04 - Meg Ross
H: Castle Lettings, maintenance.
A: Hello, I'm an AI assistant calling for Meg Ross at flat four. The heating is broken, could an engineer come on Friday?
H: Right, I'll log that. Friday... I can get someone to you between ten and twelve.
A: That's fine.
H: Okay, that's booked in. Your job number is 88214.
> arranged | date 2026-12-04 @2 | confirmation 88214 @4 | may time 10:00 | may time 12:00

== yes-okay-what-is-the-name | US restaurant | Table for two on Dec 5 at 8 pm | called 2026-12-01 | 2026-12-05 20:00 x2 Jan Voss
H: Osteria, buonasera.
A: Hi, I'm an AI assistant calling for Jan Voss. A table for two this Saturday at eight?
H: Yes okay. What is the name please?
A: Voss. V, O, S, S.
A: So that's Saturday the fifth at eight for two, under Voss. Is that right?
H: Exactly, I wrote it down.
A: Thank you.
> arranged

== thank-you-for-holding-were-experiencing | GB clinic | Book a GP appointment on Tuesday at 9 | called 2026-11-27 | 2026-12-01 09:00 Ben Cole
H: Riverbank Surgery, hold the line please.
H: [music]
H: Thank you for holding. We're experiencing high call volumes.
A: Hello?
H: [music]
> unclear | flag on_hold_abandoned | may flag ai_not_disclosed

== no-transcript | GB clinic | Book a GP appointment on Tuesday at 9 | called 2026-11-27 | 2026-12-01 09:00 Ben Cole | status voicemail
> not_reached

== perfect-shes-scheduled-for-thursday-december | US clinic | Make an appointment on the 10th at 2:15 | called 2026-12-01 | 2026-12-10 14:15 Kay Dix
H: Dermatology Associates.
A: Hi, I'm an AI assistant calling for Kay Dix. Do you have the tenth at two fifteen?
H: Are you a current patient?
A: She is, yes.
H: Okay, I can get her in on the tenth, but at three. Does that work?
A: Three works, yes.
H: Perfect, she's scheduled for Thursday, December tenth at three p.m. with Dr. Wu. Is there anything else?
A: No, thank you.
> arranged | date 2026-12-10 @6,4 | time 15:00 @6,4 | other time 14:15 15:00

== were-not-accepting-new-patients-at | US clinic | Make an appointment on the 10th at 2:15 | called 2026-12-01 | 2026-12-10 14:15 Kay Dix
H: Dermatology Associates.
A: Hi, I'm an AI assistant calling for Kay Dix. Do you have the tenth at two fifteen?
H: We're not accepting new patients at this time.
A: Oh. Thank you.
> declined

== itd-have-to-be-half-nine | GB restaurant | Table for 4 on Saturday at 8 | called 2026-11-25 | 2026-11-28 20:00 x4 Dawn Pike
H: Hello, Casa Pepe.
A: Hello, I'm an AI assistant calling for Dawn Pike. Could she have a table for four on Saturday at eight?
H: It'd have to be half nine, I'm afraid, and we'd need the table back by eleven.
A: Half nine is good, thank you.
H: Lovely stuff. What's the name?
A: Pike.
H: Pike, that's you all booked in.
> arranged | time 21:30 @2 | name Pike @6 | other time 20:00 21:30

== perfect-thats-all-confirmed-for-you | GB restaurant | Book a table for three, Friday 8pm | called 2026-11-24 | 2026-11-27 20:00 x3 Jude Farrow
H: Good afternoon, you're through to The Larder, Phoebe speaking, how can I help?
A: Good afternoon Phoebe. I'm an AI assistant, calling to book a table for three this Friday at eight for Jude Farrow.
H: Friday at eight, bear with me two ticks... right, yep, I've got space for three. I'll just need a name and a mobile.
A: The name is Farrow, and the mobile is oh seven seven double oh nine hundred one two three.
H: Perfect, that's all confirmed for you then, Friday the twenty-seventh, eight o'clock, table for three. We'll send a text on the day.
A: Thank you.
> arranged | date 2026-11-27 @4,2 | time 20:00 @4,2

== so-for-saturday-our-first-availability | US restaurant | Book dinner for two on Saturday 7:30 | called 2026-12-02 | 2026-12-05 19:30 x2 Cole Hayes
H: Hi there, thanks for calling Oak and Vine.
A: Hi, I'm an AI assistant calling on behalf of Cole Hayes, looking for a table for two this Saturday at seven thirty.
H: So for Saturday our first availability is at nine fifteen.
A: That's a bit late. Is there anything earlier?
H: I have a five o'clock, that's it.
A: Okay, I'll check with Mr. Hayes. Thank you.
H: Sounds good, bye.
> declined | time 21:15 @2 | time 17:00 @4 | may date 2026-12-05 | may other time 19:30 21:15 | may other time 19:30 17:00

== wonderful-so-two-for-saturday-at | US restaurant | Book dinner for two on Saturday 7:30 | called 2026-12-02 | 2026-12-05 19:30 x2 Cole Hayes
H: Oak and Vine, this is Mel.
A: Hi Mel, I'm an AI assistant calling on behalf of Cole Hayes, looking for a table for two this Saturday at seven thirty.
H: We can definitely do that. Indoor or patio?
A: Indoor, please.
H: And the last name?
A: Hayes.
H: Wonderful. So two for Saturday at seven thirty, indoor, under Hayes. You'll get a text confirmation shortly.
A: Great, thanks.
> arranged | date 2026-12-05 @6 | time 19:30 @6 | name Hayes @6

== brilliant-see-her-then-its-twenty | GB clinic | Get an emergency dental appointment today | called 2026-12-02 | 2026-12-02 - Ruth Abbey
H: Hello, Millfield Dental.
A: Hello, I'm an AI assistant calling for Ruth Abbey, who has toothache. Is there an emergency appointment today?
H: Oh bless her. We've had a cancellation at ten to three, actually.
A: She can make ten to three.
H: Okay, I'll pop her in for ten to three. Is she registered with us?
A: Yes, she is.
H: Brilliant, see her then. It's twenty-six pounds eighty for the emergency band.
> arranged | time 14:50 @4,2 | price 26.80 GBP @6

== we-could-probably-squeeze-it-in | US general | Ask if they can fix a cracked windshield this week | called 2026-12-01 | - - Don Park
H: Safe Auto Glass.
A: Hi, I'm an AI assistant for Don Park. Can you replace a cracked windshield on a 2018 Civic this week?
H: We could probably squeeze it in Thursday, but I'd have to see if we have the glass.
A: When would you know?
H: Have him call me tomorrow morning.
> unclear | flag asked_to_call_back

== yes-sir-we-can-it-runs | US general | Ask if they can fix a cracked windshield this week | called 2026-12-01 | - - Don Park
H: Safe Auto Glass.
A: Hi, I'm an AI assistant for Don Park. Can you replace a cracked windshield this week?
H: Yes sir, we can. It runs about two eighty with installation.
A: Good. Thank you.
> answered | may price 280.00 USD

== let-me-have-a-look-fourth | GB hotel | Reserve a twin room for the 4th of December | called 2026-11-30 | 2026-12-04 - x2 Fay Wong
H: Reception, Luke speaking.
A: Hello Luke, I'm an AI assistant calling for Fay Wong. Have you a twin room on the fourth of December for one night?
H: Let me have a look. Fourth of December... we've only got a family room left, that'd be one hundred and ten pounds.
A: That's fine, she'll take the family room.
H: Okay, lovely. And that's all booked. The reference is Whiskey Tango four one nine.
A: Thank you.
> arranged | date 2026-12-04 @2 | price 110.00 GBP @2 | confirmation WT419 @4

== sorry-we-havent-theres-a-conference | GB hotel | Reserve a twin room for the 4th of December | called 2026-11-30 | 2026-12-04 - x2 Fay Wong
H: Reception.
A: Hello, I'm an AI assistant calling for Fay Wong. Have you a twin room on the fourth of December?
H: Sorry, we haven't. There's a conference on, every hotel in town's the same.
A: I understand. Goodbye.
> declined

== the-person-you-are-trying-to | US clinic | Schedule a physical on the 14th | called 2026-12-01 | 2026-12-14 10:00 Art Kemp
H: The person you are trying to reach is not available. At the tone, please record your message. When you have finished recording you may hang up.
A: Hello, this is an AI assistant calling for Art Kemp. Please call him back to schedule a physical on the fourteenth. Thank you.
> not_reached | flag voicemail_greeting

== alrighty-hes-on-the-books-have | US clinic | Schedule a physical on the 14th | called 2026-12-01 | 2026-12-14 10:00 Art Kemp
H: Lakeview Family Medicine, this is Robin.
A: Hi Robin, I'm an AI assistant calling for Art Kemp to schedule a physical on the fourteenth around ten.
H: I've got the fourteenth at ten-twenty with Dr. Shah.
A: That would be perfect.
H: Alrighty, he's on the books. Have him bring his insurance card.
> arranged | date 2026-12-14 @2 | time 10:20 @2 | other time 10:00 10:20

== ah-sure-no-bother-at-all | IE restaurant | Table for four on Sunday at two | called 2026-11-25 | 2026-11-29 14:00 x4 Roisin Daly
H: Howya, Gallagher's.
A: Hello, I'm an AI assistant calling for Roisin Daly. A table for four on Sunday at two, please?
H: Ah sure no bother at all. Two o'clock Sunday, four. What name is it?
A: Daly.
H: Daly, sound. See ye Sunday.
> arranged | date 2026-11-29 @2,4 | time 14:00 @2 | name Daly @4

== id-say-wed-be-all-right | IE restaurant | Table for four on Sunday at two | called 2026-11-25 | 2026-11-29 14:00 x4 Roisin Daly
H: Gallagher's.
A: Hello, I'm an AI assistant calling for Roisin Daly. A table for four on Sunday at two, please?
H: I'd say we'd be all right for Sunday but himself does the bookings. Try us again after six.
A: I will, thank you.
> unclear | flag asked_to_call_back

== we-dont-do-reservations-but-you | US restaurant | Party of 6 on Friday at 6:30 | called 2026-12-01 | 2026-12-04 18:30 x6 Dee Marsh
H: Hey thanks for calling Burger Barn.
A: Hi, I'm an AI assistant calling for Dee Marsh. Could she reserve for six people on Friday at six thirty?
H: We don't do reservations but you can join the waitlist on our app when you get here.
A: Thanks, I'll tell her.
H: Cool.
> declined

== nope-you-got-the-wrong-place | US restaurant | Party of 6 on Friday at 6:30 | called 2026-12-01 | 2026-12-04 18:30 x6 Dee Marsh
H: yeah hello
A: Hi, I'm an AI assistant calling for Dee Marsh. Is this Burger Barn?
H: nope you got the wrong place this is a cell phone
A: I'm sorry about that.
> not_reached | flag wrong_number

== fifty-quid-and-yeah-saturday-mornings | GB general | Ask how much MOT costs and if they do them on Saturdays | called 2026-12-01 | - - Zak Ford
H: Ford's.
A: Hello, I'm an AI assistant calling for Zak Ford. How much is an MOT, and do you do them on Saturdays?
H: Fifty quid, and yeah, Saturday mornings, eight till twelve.
A: Thank you.
> answered | price 50.00 GBP @2 | hours Sa 08:00-12:00 @2

== i-cant-discuss-that-with-you | GB general | Ask if my prescription is ready | called 2026-12-01 | - - Zak Ford
H: Well Pharmacy.
A: Hello, I'm an AI assistant calling for Zak Ford. Is his prescription ready?
H: I can't discuss that with you, I'm sorry. It's confidential. He'd have to ring himself.
A: I see. Thank you.
> unclear | may flag asked_to_call_back

== yes-no-problem-tomorrow-seven-oclock | GB restaurant | Table for two tomorrow at seven | called 2026-12-01 | 2026-12-02 19:00 x2 Bo Reed
H: Hi, Thai Orchid.
A: Hello, I'm an AI assistant calling for Bo Reed. Could I book a table for two tomorrow at seven?
H: Yes no problem, tomorrow seven o'clock two people. Your name?
A: Bo Reed.
H: OK thank you, bye bye.
> arranged | date 2026-12-02 @2 | time 19:00 @2

== tomorrow-we-close-holiday-open-again | GB restaurant | Table for two tomorrow at seven | called 2026-12-01 | 2026-12-02 19:00 x2 Bo Reed
H: Hi, Thai Orchid.
A: Hello, I'm an AI assistant calling for Bo Reed. Could I book a table for two tomorrow at seven?
H: Tomorrow we close. Holiday. Open again Thursday.
A: Okay. Thank you.
> declined | may date 2026-12-03

== friday-at-nines-taken-i-can | US general | Reschedule my oil change from Thursday to Friday at 9 | called 2026-12-01 | 2026-12-04 09:00 Kim Doss
H: Jiffy Tune, this is Ray.
A: Hi Ray, I'm an AI assistant calling for Kim Doss. She'd like to move her oil change from Thursday to Friday at nine.
H: Friday at nine's taken. I can do nine thirty or one.
A: Nine thirty, please.
H: You got it. I switched her to Friday nine thirty.
> arranged | date 2026-12-04 @4 | time 09:30 @4,2 | other time 09:00 09:30

== shes-gotta-do-that-in-person | US general | Cancel my gym membership | called 2026-12-01 | - - Kim Doss
H: Iron Gym, what's up?
A: Hi, I'm an AI assistant calling for Kim Doss, who'd like to cancel her membership.
H: She's gotta do that in person, we can't do it over the phone.
A: Understood.
> declined

== okay-pulled-her-up-and-its | US general | Cancel my gym membership | called 2026-12-01 | - - Kim Doss
H: Iron Gym, what's up?
A: Hi, I'm an AI assistant calling for Kim Doss, who'd like to cancel her membership.
H: Okay, pulled her up. And... it's canceled, effective end of the month. Cancellation number is C X 9 9 2.
A: Thank you.
> arranged | confirmation CX992 @2

== yeah-thats-fine-i-can-book | GB restaurant | Table for five, 12 December, 6pm | called 2026-12-01 | 2026-12-12 18:00 x5 Lil Marsh
H: Hello, Pizza Nova.
A: Hello, I'm an AI assistant for Lil Marsh. A table for five on the twelfth of December at six, please.
H: Yeah, that's fine, I can book that. There's a two hour limit on tables though, is that okay?
A: Yes, that's fine.
H: Great, all booked for the twelfth at six.
> arranged | date 2026-12-12 @4 | time 18:00 @4 | may flag condition

== is-this-a-scam-im-not | GB restaurant | Table for five, 12 December, 6pm | called 2026-12-01 | 2026-12-12 18:00 x5 Lil Marsh
H: Hello, Pizza Nova.
A: Hello, I'm an AI assistant for Lil Marsh. A table for five on the twelfth of December at six, please.
H: Is this a scam? I'm not talking to a computer, sorry.
A: I understand, goodbye.
> declined

== nine-okay-i-can-do-nine | US restaurant | Table for four tonight at 9 | called 2026-12-04 | 2026-12-04 21:00 x4 Hugo Diaz
H: Cielo, good evening.
A: Good evening, I'm an AI assistant calling for Hugo Diaz, for a table for four tonight at nine.
H: Nine... okay I can do nine, but I'd need you to be out by ten thirty.
A: That's acceptable.
H: Okay then, Diaz, four at nine. See you tonight.
> arranged | time 21:00 @4,2 | name Diaz @4 | may date 2026-12-04 | may flag condition

== retracted-i-just-put-you-down-for | US restaurant | Table for four tonight at 9 | called 2026-12-04 | 2026-12-04 21:00 x4 Hugo Diaz
H: Cielo, good evening.
A: Good evening, I'm an AI assistant calling for Hugo Diaz, for a table for four tonight at nine.
H: I just put you down for nine, actually wait, my system says we're at capacity. Yeah, no, I can't.
A: Okay, thank you.
> declined

== let-me-get-jen-she-does | US clinic | Book a haircut for Saturday at 11 | called 2026-12-02 | 2026-12-05 11:00 Amy Lin
H: Studio Cut.
A: Hi, I'm an AI assistant calling for Amy Lin. Is there an opening Saturday at eleven?
H: Let me get Jen, she does the schedule. One sec.
H: Hi, this is Jen.
A: Hi Jen, I'm an AI assistant. Amy Lin would like a haircut on Saturday at eleven.
H: Saturday at eleven works. I'll put her down.
A: Thank you.
> arranged | date 2026-12-05 @5 | time 11:00 @5

== let-me-check-and-ill-text | US clinic | Book a haircut for Saturday at 11 | called 2026-12-02 | 2026-12-05 11:00 Amy Lin
H: Studio Cut.
A: Hi, I'm an AI assistant calling for Amy Lin. Is there an opening Saturday at eleven?
H: Let me check and I'll text you, what's a good number?
A: The one I'm calling from.
H: Got it, thanks.
> unclear

== twenty-bucks-before-eleven-thirty-after | US general | Ask what the cover charge is | called 2026-12-04 | - - Al Kay
H: Club Nine.
A: Hi, I'm an AI assistant for Al Kay. What's the cover tonight?
H: Twenty bucks before eleven, thirty after.
A: Thank you.
> answered | price 20.00 USD @2 | may price 30.00 USD

== yes-thats-fine-ill-send-the | GB restaurant | Table for two on 28 November at half seven | called 2026-11-23 | 2026-11-28 19:30 x2 Ned Poole
H: Hello, Number Twelve.
A: Hello, I'm an AI assistant for Ned Poole. A table for two on the twenty-eighth of November at half past seven?
H: Yes, that's fine, I'll send the confirmation for the 28th by email.
A: So it's booked?
H: It's booked, yes.
> arranged | may date 2026-11-28

== ive-taken-your-details-and-ill | GB restaurant | Table for two Friday 8 | called 2026-11-24 | 2026-11-27 20:00 x2 Pam Orr
H: Hello, Mason's.
A: Hello, I'm an AI assistant calling for Pam Orr. Table for two on Friday at eight, please.
H: I've taken your details and I'll pass them to the manager, she'll be in touch once she's looked at the book.
A: Thank you.
> unclear

== eight-oclocks-booked-sorry-seven-or | GB restaurant | Table for two Friday 8 | called 2026-11-24 | 2026-11-27 20:00 x2 Pam Orr
H: Hello, Mason's.
A: Hello, I'm an AI assistant calling for Pam Orr. Table for two on Friday at eight, please.
H: Eight o'clock's booked, sorry. Seven or half nine any good?
A: I'm afraid not. Thanks anyway.
H: No problem, take care.
> declined | time 19:00 @2 | time 21:30 @2 | may other time 20:00 19:00 | may other time 20:00 21:30

== you-can-just-walk-in-we | US restaurant | Table for two Friday 8 | called 2026-11-24 | 2026-11-27 20:00 x2 Pam Orr
H: Mason's.
A: Hi, I'm an AI assistant calling for Pam Orr. Table for two on Friday at eight, please.
H: You can just walk in, we hold the bar for walk-ins. Nothing to book.
A: So she doesn't need a reservation?
H: Right, just show up.
> unclear

== okay-i-have-you-down-as | US restaurant | Table for two Friday 8 | called 2026-11-24 | 2026-11-27 20:00 x2 Pam Orr
H: Mason's, how can I help you?
A: Hi, I'm an AI assistant calling for Pam Orr. Table for two on Friday at eight, please.
H: Okay, I have you down as a request. It's not a confirmed reservation until you get our email.
A: I see, thank you.
> unclear

== alright-mr-dunn-is-scheduled-for | US clinic | Appointment Monday at 9 | called 2026-11-25 | 2026-11-30 09:00 Vic Dunn
H: Good morning, Dr. Patel's office, Carmen speaking.
A: Good morning Carmen, I'm an AI assistant calling for Vic Dunn. Does the doctor have Monday at nine?
H: No, but I have nine forty-five.
A: Great, he'll take nine forty-five.
H: Okay. Date of birth?
A: March third, nineteen seventy-one.
H: And the reason for the visit?
A: A follow-up.
H: Alright, Mr. Dunn is scheduled for Monday the thirtieth at nine forty-five. Please arrive fifteen minutes early.
> arranged | date 2026-11-30 @8 | time 09:45 @2,8 | name Dunn @8 | other time 09:00 09:45

== yep-half-six-elm-road-to | GB general | Book a taxi for 6.30 tomorrow morning | called 2026-12-01 | 2026-12-02 06:30 Jo Tate
H: A1 Taxis.
A: Hello, I'm an AI assistant for Jo Tate. A taxi at half past six tomorrow morning from 12 Elm Road to the airport, please.
H: Yep, half six, Elm Road to the airport. That'll be thirty-two pounds.
A: That's fine.
H: All done, driver'll be there. Cheers.
> arranged | time 06:30 @2 | price 32.00 GBP @2

== weve-no-cars-before-seven-im | GB general | Book a taxi for 6.30 tomorrow morning | called 2026-12-01 | 2026-12-02 06:30 Jo Tate
H: A1 Taxis.
A: Hello, I'm an AI assistant for Jo Tate. A taxi at half past six tomorrow morning to the airport, please.
H: We've no cars before seven, I'm afraid.
A: Seven is too late. Thank you.
> declined | may time 07:00

== we-sure-do-any-time-between | US general | Ask if they take walk-ins for flu shots | called 2026-12-01 | - - Jo Tate
H: Walgrove Pharmacy, please hold.
H: Thanks for holding, this is Abby.
A: Hi Abby, I'm an AI assistant for Jo Tate. Do you take walk-ins for flu shots?
H: We sure do. Any time between nine and seven.
A: Thank you.
> answered | may hours 09:00-19:00 | may time 09:00 | may time 19:00

== give-me-a-second-i-dont | US general | Ask whether my package arrived | called 2026-12-01 | - - Jo Tate
H: Mail Depot.
A: Hi, I'm an AI assistant for Jo Tate. Has a package arrived for her?
H: What's the tracking number?
A: One Z nine nine four.
H: Give me a second... I don't see anything here.
A: All right, thank you.
> answered

== ah-look-weve-got-a-function | AU restaurant | Table for six on 11 December at 7 | called 2026-12-01 | 2026-12-11 19:00 x6 Gav Roy
H: Hey, Barbecue Bros.
A: Hi, I'm an AI assistant calling for Gav Roy, for a table for six on the eleventh of December at seven.
H: Ah look, we've got a function on the eleventh, so we're shut to the public.
A: No worries, thank you.
> declined

== let-me-check-availability-okay-i | US hotel | Extend my stay until December 6 | called 2026-12-03 | 2026-12-06 - - Ty Cobb
H: Front desk.
A: Hi, I'm an AI assistant calling for Ty Cobb in room 412. He'd like to extend his stay until December sixth.
H: Let me check availability... Okay, I was able to extend that through the sixth at the same rate, one thirty-nine a night.
A: Wonderful.
H: He's all set.
> arranged | date 2026-12-06 @2 | price 139.00 USD @2

== thursday-at-five-ive-sharon-free | GB clinic | Book a haircut on Thursday at 5 | called 2026-12-01 | 2026-12-03 17:00 Di West
H: Curl Up and Dye.
A: Hello, I'm an AI assistant calling for Di West. A haircut on Thursday at five?
H: Thursday at five I've Sharon free. Shall I book you in?
A: Yes, please do.
H: What's the name, sorry?
A: Di West.
H: Di West. Lovely. And is this the best number for you?
A: Yes, it is.
H: Great, see you Thursday then.
> arranged | date 2026-12-03 @2,8 | time 17:00 @2 | name Di West @6

== thursday-at-five-ive-sharon-free-again | GB clinic | Book a haircut on Thursday at 5 | called 2026-12-01 | 2026-12-03 17:00 Di West
H: Curl Up and Dye.
A: Hello, I'm an AI assistant calling for Di West. A haircut on Thursday at five?
H: Thursday at five I've Sharon free. Shall I book you in?
A: She needs Mark, please.
H: Mark's on holiday till the fourteenth.
A: Then I'll ask her. Thank you.
> declined | time 17:00 @2 optional | may date 2026-12-03

== p-o-e-perfect-confirmations-four | US restaurant | Table for 2 at 8 tonight | called 2026-12-04 | 2026-12-04 20:00 x2 Lex Poe
H: Sorry for the wait, Bistro Nine.
A: Hi, I'm an AI assistant calling for Lex Poe. Could I book a table for two at eight tonight?
H: For how many, sorry?
A: Two people.
H: And what time?
A: Eight o'clock.
H: Okay, I got you in at eight. Name?
A: Poe.
H: P-O-E. Perfect. Confirmation's four four seven nine.
A: Thank you.
> arranged | time 20:00 @6 | confirmation 4479 @8

== sure-and-can-i-get-a | US restaurant | Table for 2 at 8 tonight | called 2026-12-04 | 2026-12-04 20:00 x2 Lex Poe
H: Bistro Nine.
A: Hi, I'm an AI assistant calling for Lex Poe. Could I book a table for two at eight tonight?
H: Sure, and can I get a callback number in case we get disconnected?
A: Five five five, eight eight one two.
H: Okay, one sec, let me check on that table.
H: Hello? Sorry, someone just walked in, can I put you on hold?
A: Yes.
> unclear | may flag on_hold_abandoned

== leek-and-potato-today-four-fifty | GB general | Ask what the soup of the day is | called 2026-12-04 | - - Lex Poe
H: Corner Cafe.
A: Hello, I'm an AI assistant for Lex Poe. What's the soup of the day?
H: Leek and potato today, four fifty with a roll.
A: Thank you.
> answered | may price 4.50 GBP

== sunday-at-one-thats-popular-i | GB restaurant | Table for four Sunday 1pm | called 2026-11-25 | 2026-11-29 13:00 x4 Ash King
H: Afternoon, the Fox and Hounds.
A: Hello, I'm an AI assistant for Ash King. A table for four on Sunday at one, please.
H: Sunday at one, that's popular. I could do you quarter past one or I could do two.
A: Quarter past one, please.
H: Right-o. Quarter past one for four under King. Done.
> arranged | date 2026-11-29 @2 | time 13:15 @4,2 | name King @4 | other time 13:00 13:15

== youve-reached-the-fox-and-hounds | GB restaurant | Table for four Sunday 1pm | called 2026-11-25 | 2026-11-29 13:00 x4 Ash King
H: You've reached the Fox and Hounds, all our staff are serving at the moment, please leave your name and number.
A: Hello, this is an AI assistant calling for Ash King about a table for four on Sunday at one.
> not_reached | flag voicemail_greeting

== half-twelve-ive-a-table-by | GB restaurant | Book lunch for two on Sunday at half twelve | called 2026-11-25 | 2026-11-29 12:30 x2 Ivy Chan
H: Morning, the Wheatsheaf, Gary speaking.
A: Good morning Gary, I'm an AI assistant calling on behalf of Ivy Chan. Might there be a table for two this Sunday at half past twelve?
H: Half twelve... I've a table by the window you can have. Whose name?
A: Ivy Chan.
H: Right then Ivy Chan, half twelve Sunday, two for lunch. Sorted.
> arranged | date 2026-11-29 @4 | time 12:30 @4,2 | name Ivy Chan @4

== were-chocka-for-sunday-lunch-ive | GB restaurant | Book lunch for two on Sunday at half twelve | called 2026-11-25 | 2026-11-29 12:30 x2 Ivy Chan
H: Wheatsheaf.
A: Good morning, I'm an AI assistant calling on behalf of Ivy Chan. Might there be a table for two this Sunday at half past twelve?
H: We're chocka for Sunday lunch, I've people waiting as it is.
A: I see. Thank you.
> declined

== saturday-six-oclock-four-people-okay | US restaurant | Dinner for four, Saturday 6pm | called 2026-12-02 | 2026-12-05 18:00 x4 Ken Abe
H: Sakura, how may I help you?
A: Hi, this is an AI assistant calling for Ken Abe. Can I make a reservation for four on Saturday at six?
H: Saturday six o'clock, four people, okay. Last name please?
A: Abe. A, B, E.
H: Phone number?
A: Five five five, zero one four four.
H: Okay, see you Saturday. Thank you.
> arranged | date 2026-12-05 @2 | time 18:00 @2

== saturday-is-a-little-tight-let | US restaurant | Dinner for four, Saturday 6pm | called 2026-12-02 | 2026-12-05 18:00 x4 Ken Abe
H: Sakura, how may I help you?
A: Hi, this is an AI assistant calling for Ken Abe. Can I make a reservation for four on Saturday at six?
H: Saturday is a little tight. Let me see if I can move some things around. Can you hold?
A: Yes.
H: Okay, I made it work. Four at six on Saturday, you're confirmed.
> arranged | date 2026-12-05 @4 | time 18:00 @4

== so-were-booking-into-january-for | US clinic | Book a cleaning for Wednesday at 8 | called 2026-11-30 | 2026-12-02 08:00 Tara Lund
H: Bright Dental, this is Steph.
A: Hi Steph, I'm an AI assistant calling for Tara Lund. Is there a cleaning available Wednesday at eight a.m.?
H: So we're booking into January for cleanings right now.
A: What's the first date?
H: January twelfth at ten.
A: I'll check with her. Thanks.
> declined | time 10:00 @4 | date 2027-01-12 @4 optional | may other date 2026-12-02 2027-01-12 | may other time 08:00 10:00

== we-do-have-that-open-but | US clinic | Book a cleaning for Wednesday at 8 | called 2026-11-30 | 2026-12-02 08:00 Tara Lund
H: Bright Dental, this is Steph.
A: Hi Steph, I'm an AI assistant calling for Tara Lund. Is there a cleaning available Wednesday at eight a.m.?
H: We do have that open, but she has a past due balance, so I can't schedule her until that's taken care of.
A: I'll let her know.
> declined | may flag condition | may date 2026-12-02

== we-do-indeed-its-a-fiver | GB general | Ask if they deliver to Hove | called 2026-12-01 | - - Tara Lund
H: Flower Power.
A: Hello, I'm an AI assistant calling for Tara Lund. Do you deliver to Hove?
H: We do indeed, it's a fiver.
A: Lovely, thank you.
> answered | price 5.00 GBP @2

== im-not-the-person-to-ask | GB general | Ask if they deliver to Hove | called 2026-12-01 | - - Tara Lund
H: Flower Power.
A: Hello, I'm an AI assistant calling for Tara Lund. Do you deliver to Hove?
H: I'm not the person to ask, I just do Saturdays. The boss is back on Monday.
A: Thank you.
> unclear

== individual-is-eighty-nine-dollars-and | US general | Ask about the price of an annual pass | called 2026-12-01 | - - Tara Lund
H: City Zoo, guest services.
A: Hi, I'm an AI assistant calling for Tara Lund. How much is an annual pass?
H: Individual is eighty-nine dollars, and a family pass is one hundred seventy-nine.
A: Thank you.
> answered | price 89.00 USD @2 | may price 179.00 USD

== yes-maam-i-can-do-a | US hotel | Book a king room December 18 to 20 | called 2026-12-01 | 2026-12-18 - x2 Ola Berg
H: Thanks for calling the Grand, this is Chip.
A: Hi Chip, I'm an AI assistant calling for Ola Berg. Is there a king room from December eighteenth, two nights?
H: Yes ma'am, I can do a king for two nine nine a night.
A: That's more than the budget. Is there anything cheaper?
H: That's our best rate.
A: Then she'll have to think about it. Thank you.
> declined | may price 299.00 USD

== alright-ive-got-that-reserved-under | US hotel | Book a king room December 18 | called 2026-12-01 | 2026-12-18 - x2 Ola Berg
H: Thanks for calling the Grand, this is Chip.
A: Hi Chip, I'm an AI assistant calling for Ola Berg. Is there a king room for December eighteenth?
H: Yes ma'am, the eighteenth is available at two hundred and nine dollars.
A: She'd like to reserve it.
H: Alright, I've got that reserved under Berg, confirmation number seven zero zero four one B.
A: Thank you.
> arranged | date 2026-12-18 @2 | price 209.00 USD @2 | name Berg @4 | confirmation 70041B @4

== youd-have-to-go-online-for | IE clinic | NCT test on Friday at 10 | called 2026-12-01 | 2026-12-04 10:00 Con Foley
H: Hello, test centre.
A: Hello, I'm an AI assistant calling for Con Foley, who'd like a test on Friday at ten.
H: You'd have to go online for that, we can't take them on the phone at all.
A: Right, thank you.
> declined

== arvos-pretty-full-hey-i-could | AU clinic | Vet on Tuesday at 4 | called 2026-11-27 | 2026-12-01 16:00 Mick Dow
H: Bayside Vets, Kylie here.
A: Hi Kylie, I'm an AI assistant calling for Mick Dow. Any chance of Tuesday at four for his dog?
H: Arvo's pretty full, hey. I could slot him in at ten past five?
A: Ten past five works.
H: No dramas, he's in. Tuesday ten past five.
> arranged | date 2026-12-01 @4 | time 17:10 @2,4 | other time 16:00 17:10

== eight-people-we-need-deposit-twenty | GB restaurant | Table for eight on 5 December at 7 | called 2026-12-01 | 2026-12-05 19:00 x8 Una Lee
H: Hello, Golden Dragon.
A: Hello, I'm an AI assistant calling for Una Lee. A table for eight on the fifth of December at seven?
H: Eight people we need deposit, twenty pound. You pay by card now?
A: I can't pay by card. Could she come in and pay?
H: Okay she can come tomorrow, pay, then I book.
A: Thank you.
> unclear | price 20.00 GBP @2 | flag condition

== yes-yes-eight-people-seven-oclock | GB restaurant | Table for eight on 5 December at 7 | called 2026-12-01 | 2026-12-05 19:00 x8 Una Lee
H: Golden Dragon hello.
A: Hello, I'm an AI assistant calling for Una Lee. A table for eight on the fifth of December at seven?
H: Yes yes. Eight people seven o'clock. Name?
A: Lee.
H: Okay Lee, book already. Bye bye.
> arranged | time 19:00 @2 | name Lee @4

== not-that-i-can-see-you | US general | Confirm the plumber is coming Friday at 9 | called 2026-12-02 | 2026-12-04 09:00 Jan Voss
H: Reliable Plumbing.
A: Hi, I'm an AI assistant calling for Jan Voss, to confirm the plumber on Friday at nine.
H: Let me look... I don't have anything under that name.
A: Could it be under another name?
H: Not that I can see. You might want to call the main office.
> unclear

== all-circuits-are-busy-please-try | US restaurant | Table for two Friday 7 | called 2026-11-24 | 2026-11-27 19:00 x2 Rhys Hale
H: All circuits are busy. Please try your call again later.
> not_reached
`;
