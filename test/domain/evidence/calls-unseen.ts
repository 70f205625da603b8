/** Calls that the rules had not seen when they were first read; each kept one stands for a kind of talk. */
export const unseenCalls = {
  en: `
== saturday-at-seven-so-i-can | US restaurant | Book a table for 6 on Saturday at 7 pm | called 2026-12-01 | 2026-12-05 19:00 x6 Dana Rowe
H: Thanks for calling Brick and Barrel, this is Tasha, how can I help?
A: Hi Tasha, I'm an AI assistant calling on behalf of Dana Rowe. She'd like a table for six this Saturday at seven.
H: Saturday at seven. So I can pencil you in, but the manager has to okay anything over five. He's in at four.
A: Understood. Will he confirm with her?
H: Yeah, he'll shoot her a text either way.
A: Thank you, Tasha.
> unclear | date 2026-12-05 @2 optional | time 19:00 @2 optional
== i-cant-secure-it-without-a | GB hotel | Reserve a twin room for two nights from 11 December | called 2026-12-01 | 2026-12-11 - x2 Marta Kowal
H: Good afternoon, The Old Mill, Reception, Simon speaking.
A: Good afternoon. I'm an AI assistant calling on behalf of Marta Kowal. I'd like a twin room for two nights from Friday the eleventh of December.
H: Two nights, the eleventh and the twelfth. We do have a twin. It's a hundred and ten a night, room only.
A: She would like to book it.
H: I can't secure it without a card, I'm afraid. Could she ring with the card details? I'll hold it till six o'clock this evening, after that it's released.
A: I'll let her know. Is it held now?
H: It is, I've put a hold on under Kowal till six.
A: Thank you.
> arranged | date 2026-12-11 @2 | date 2026-12-12 @2 optional | price 110.00 GBP @2 | name Kowal @6 optional | time 18:00 @4,6 optional | flag condition | flag asked_to_call_back optional
== okay-dos-de-puerco-una-de | US restaurant | Order 3 dozen tamales for pickup Friday noon | called 2026-12-01 | 2026-12-04 12:00 Rosa Vega
H: Tamales La Güera, buenas.
A: Hello, I'm an AI assistant calling for Rosa Vega. I'd like to order three dozen tamales for pickup this Friday at noon.
H: Sí, how many? Tres docenas? De qué, pork or chicken?
A: Two dozen pork and one dozen chicken, please.
H: Okay, dos de puerco, una de pollo, para el viernes a las doce. That's gonna be fifty-four dollars.
A: Perfect. It's for Rosa Vega.
H: Ya está, Rosa. See you Friday.
> arranged | date 2026-12-04 @4,6 | time 12:00 @4 | price 54.00 USD @4 | name Rosa @6
== retracted-actually-scratch-that-i-was | US restaurant | Book a table for 4 on Friday at 6:30 | called 2026-12-01 | 2026-12-04 18:30 x4 Will Tate
H: Hello, Ember.
A: Hi, this is an AI assistant calling for Will Tate, for a table for four on Friday at six thirty.
H: Six thirty, four. Sure, you're all set.
A: Great. It's under Tate.
H: Actually, scratch that, I was looking at Thursday. Friday six thirty is gone. I've got five or nine.
A: He asked for six thirty. I'd have to check with him.
H: Okay, call us back.
> declined | time 17:00 @4 optional | time 21:00 @4 | date 2026-12-04 @4 optional | other time 18:30 21:00 optional | other time 18:30 17:00 optional | flag asked_to_call_back optional
== okay-done-i-have-her-down | US restaurant | Table for 2 tonight at 8 | called 2026-12-01 | 2026-12-01 20:00 x2 Jill Sax
H: Hi, Mirabelle.
A: Hello, this is an AI assistant calling for Jill Sax. Do you have anything for two tonight at eight?
H: We're fully committed tonight. I can put her on our notify list.
A: Yes, please, do that.
H: Okay, done, I have her down. If something opens up she'll get a text.
A: Thank you.
H: Have a great evening.
> declined
== sure-one-night-the-eighteenth-i | US hotel | Book one king room for December 18, one night | called 2026-12-01 | 2026-12-18 - x1 Paul Ferris
H: Thanks for calling Bayline Inn, this is Kayla.
A: Hi Kayla, I'm an AI assistant booking for Paul Ferris. One king room, the night of December eighteenth.
H: Sure, one night the eighteenth. I got a king for one thirty-nine plus tax. Want me to go ahead?
A: Yes, please go ahead.
H: And the last name was Ferris? F-E-R-R-I-S?
A: That's correct.
H: Okay, he's booked. Confirmation is seven, zero, Bravo, Kilo, four, four.
A: Seven zero B K four four.
H: You got it. Cancel by six pm the day before or you're charged one night.
> arranged | date 2026-12-18 @2 | price 139.00 USD @2 | name Ferris @4 | confirmation 70BK44 @6 | flag condition | time 18:00 @8 optional | date 2026-12-17 @8 optional
== yeah-no-synthetics-eighty-four-ninety | US general | Book an oil change Friday at 8am, not over 60 dollars | called 2026-12-01 | 2026-12-04 08:00 Carl Ness
H: Quik Lube.
A: Hello, I'm an AI assistant for Carl Ness. Could he come in on Friday at eight for an oil change?
H: Full synthetic or conventional?
A: Synthetic. He would not like to spend more than sixty dollars.
H: Yeah, no. Synthetic's eighty-four ninety-nine.
A: Then I'll check with him first and let you know.
H: Sounds good.
> declined | price 84.99 USD @4
== bear-with-me-theyve-just-changed | GB general | Ask the opening hours of the library | called 2026-12-01 | - - - Una Bright
H: Library, good morning.
A: Good morning, I'm an AI assistant calling for Una Bright. What are your opening hours?
H: Bear with me, they've just changed. Monday, Tuesday and Friday it's half nine to five. Wednesdays we don't open. Thursday's the late one, half nine till seven, and Saturday ten to one.
A: Thank you very much.
> answered | hours Mo,Tu,Fr 09:30-17:00 @2 | hours We off @2 | hours Th 09:30-19:00 @2 | hours Sa 10:00-13:00 @2
== there-is-new-years-eve-is | US restaurant | Table for 2, Dec 31, 9:30 pm | called 2026-12-01 | 2026-12-31 21:30 x2 Ed Voss
H: Good evening, Alto.
A: Good evening, I'm an AI assistant calling for Ed Voss. Is there a table for two on New Year's Eve at nine thirty?
H: There is. New Year's Eve is a prix fixe, one eighty-five a person, and we take the full amount up front through a link.
A: He agreed to a prix fixe. Can you reserve it in his name?
H: I'll text the link to this number; once it's paid you're confirmed.
A: Thank you.
H: You have an hour, then it goes back in the pool.
> unclear | price 185.00 USD @2 | date 2026-12-31 @2 optional | flag condition
== oh-okay-hon-ill-let-the | US clinic | Tell Dr. Patel's office that I'll be fifteen minutes late for my 3 pm appointment | called 2026-12-01 | - - - Joan Marsh
H: Dr. Patel's office, Brenda speaking.
A: Hi Brenda, I'm an AI assistant calling for Joan Marsh. She has an appointment at three and she'll be about fifteen minutes late.
H: Oh, okay hon. I'll let the doctor know. Tell her to drive safe.
A: I will, thank you.
> arranged
== familys-forty-eight-adults-are-sixteen | GB general | Find out what a family ticket and an adult ticket cost | called 2026-12-01 | - - - Sue Day
H: Steam Railway, good morning.
A: Good morning, I'm an AI assistant calling for Sue Day. How much are the family and adult tickets?
H: Family's forty-eight, adults are sixteen fifty, and under-fours go free.
A: Thank you.
> answered | price 48.00 GBP @2 | price 16.50 GBP @2
== i-can-note-it-on-the | US hotel | Request late checkout at 2 pm on December 6 | called 2026-12-01 | 2026-12-06 14:00 - Gil Stone
H: Front desk.
A: Hi, I'm an AI assistant calling for Gil Stone, who checks out on Sunday the sixth. Could he have a late checkout at two?
H: I can note it on the reservation. It's subject to availability, so he'd want to ask again that morning.
A: So it isn't guaranteed?
H: Right, not guaranteed, but the note's there.
> unclear | flag asked_to_call_back optional
== edna-lets-see-yep-theres-two | US clinic | Refill prescription 6610233 and ask when to pick it up | called 2026-12-01 | - - - Edna Wynn
H: Pharmacy, can you hold?
A: Yes.
H: Thanks for waiting, what can I do for you?
A: I'm an AI assistant calling for Edna Wynn. I'd like to refill prescription number six six one zero two three three.
H: Edna, let's see. Yep, there's two refills left. I'll put that through. Give us till four.
A: So it will be ready at four today?
H: After four, yeah.
A: Thank you.
> arranged | name Edna @4 | time 16:00 @4,6 optional | date 2026-12-01 optional
== hi-this-is-an-ai-assistant | US restaurant | Table for 2 on Thursday at 7:15 | called 2026-12-01 | 2026-12-03 19:15 x2 Noor Aziz
H: Fig.
H: Hi, this is an AI assistant calling on behalf of Noor Aziz. Do you have a table for two Thursday at seven fifteen?
H: Seven fifteen I'm tight. Seven or seven forty-five?
A: Seven forty-five please.
H: Alrighty. Seven forty-five. Noor.
A: Thank you so much.
H: You bet.
> arranged | time 19:45 @4 | name Noor @4 | other time 19:15 19:45
== youre-through-to-clear-hearing-the | GB clinic | Book a hearing test | called 2026-12-01 | - - - Roy Tate
H: You're through to Clear Hearing. The office is now closed. Our opening hours are Monday to Friday, nine till five. Please call back during these hours or leave a message.
A: Hello, this is an AI assistant calling for Roy Tate.
> not_reached | flag voicemail_greeting optional | flag asked_to_call_back optional | hours Mo-Fr 09:00-17:00 optional
== ah-si-como-no-desde-ochenta | US general | Ask if they alter wedding dresses | called 2026-12-01 | - - - Kate Byrne
H: Costuras Elena, buenas tardes.
A: Good afternoon. I'm an AI assistant calling for Kate Byrne. Do you alter wedding dresses?
H: ¿Mande? No inglés. ¿Español?
A: Sí. Soy un asistente de inteligencia artificial. ¿Arreglan vestidos de novia?
H: Ah, sí, cómo no. Desde ochenta dólares, depende del vestido. Estamos de diez a seis, domingos cerrado.
A: Muchas gracias.
> answered | price 80.00 USD @4 | hours 10:00-18:00 @4 | hours Su off @4
== ross-ross-here-we-go-fifteen | US general | Confirm the moving truck pick up December 9 at 8 am and get the number | called 2026-12-01 | 2026-12-09 08:00 - Ike Ross
H: U-Move, this is Pat.
A: Hi Pat, I'm an AI assistant calling for Ike Ross. Could you confirm his truck for December ninth at eight in the morning, and give me the reservation number?
H: Ross, Ross, here we go. Fifteen-footer, the ninth, eight AM. Yes, that's confirmed. Number is four four one seven, no sorry, four four seven one.
A: Four four seven one. Thanks.
H: Yup.
> arranged | name Ross @2 | date 2026-12-09 @2 | time 08:00 @2 | confirmation 4471 @2
== school-holidays-so-its-peak-the | AU hotel | Book a cabin for 3 nights from 18 December, max $200 a night | called 2026-12-01 | 2026-12-18 - x4 Jo Kerr
H: Lakeside Holiday Park.
A: Hello, I'm an AI assistant calling for Jo Kerr. Is there a cabin for four, three nights from Friday the eighteenth?
H: School holidays, so it's peak. The two-bedroom's two-forty a night, or there's a studio at one eighty-five but that only sleeps two.
A: Two hundred is the most she can pay. Is there anything else?
H: Sorry, darl, that's all I've got.
A: Then I'll tell her. Thank you.
> declined | price 240.00 AUD @2 | price 185.00 AUD @2
== that-week-i-could-send-my | US general | Schedule a chimney sweep for the week of December 14 | called 2026-12-01 | - - - Walt Kern
H: Top Hat Sweeps, this is Jo.
A: Hi Jo, I'm an AI assistant calling for Walt Kern. He needs a chimney sweep the week of December fourteenth.
H: That week I could send my guy out Wednesday the sixteenth, between eight and ten.
A: Wednesday the sixteenth between eight and ten is good.
H: And it's a one-story?
A: Two stories.
H: Okay, two-story's one ninety-five. He's on the calendar.
A: Thank you.
> arranged | date 2026-12-16 @2 | price 195.00 USD @6 | time 08:00 @2 optional | time 10:00 @2 optional
== eights-when-everybody-wants-in-what | US restaurant | Table for 6 at 8 on Friday | called 2026-12-01 | 2026-12-04 20:00 x6 Abe Katz
H: Steakhouse.
A: Hello, I'm an AI assistant calling for Abe Katz, for a table for six this Friday at eight.
H: Eight's when everybody wants in. What I'll do is I'll throw you down as a maybe and if the two-top cancels I call you.
A: So it is not confirmed?
H: Not yet, buddy.
> unclear
== im-on-a-job-in-hove | GB general | Get a plumber for a leaking tap today | called 2026-12-01 | 2026-12-01 - - Zoe Hill
H: Hello, Drip Doctors.
A: Hello, I'm an AI assistant calling for Zoe Hill. She has a leaking kitchen tap and would like somebody today.
H: I'm on a job in Hove till four. I could pop by about five if that's any use. It's an eighty quid call-out, mind.
A: Five is fine, and she accepts the call-out charge.
H: Text us the address then, and I'll see her at five.
A: I will.
> arranged | time 17:00 @2,4 | price 80.00 GBP @2
== guys-coming-at-noon-with-cash | US general | Ask if the used Civic is still available | called 2026-12-01 | - - - Jed Poe
H: Yeah?
A: Hello, I'm an AI assistant calling for Jed Poe about the used Civic. Is it still available?
H: Guy's coming at noon with cash. If he flakes it's yours.
A: May I call again after noon?
H: Sure, hit me up.
> unclear | flag asked_to_call_back optional
== lemme-see-oh-that-one-shipped | US general | Cancel my order 55120 | called 2026-12-01 | - - - Bo Lind
H: Custom Blinds, this is Trish.
A: Hi Trish, I'm an AI assistant calling for Bo Lind, who needs to cancel order five five one two zero.
H: Lemme see. Oh, that one shipped this morning. I can't stop it once it's on the truck.
A: Can he return it?
H: Sure, within thirty days.
> declined
== you-got-it-hes-on-the | US general | Rent a 20-person tent for Saturday December 19 | called 2026-12-01 | 2026-12-19 - - Arlo Finch
H: Party Rentals of Tulsa.
A: Hi, I'm an AI assistant calling for Arlo Finch. He'd like to rent a tent for twenty people on Saturday, December nineteenth.
H: Twenty, that's the twenty-by-twenty. Three hundred and ten for the day. I've got it open the nineteenth.
A: Please reserve it for him.
H: You got it, he's on the board. We do charge his card a hundred up front by the fifth, otherwise it goes to the next person.
A: I'll tell him.
> arranged | price 310.00 USD @2 | price 100.00 USD @4 | date 2026-12-19 @2 | flag condition | date 2026-12-05 optional
== wednesday-thatd-be-grand-id-say | IE general | Book the car in for an NCT pre-check on Wednesday | called 2026-12-01 | 2026-12-02 - - Declan Roe
H: Quinn Motors.
A: Hello, I'm an AI assistant calling for Declan Roe. Could he bring the car in on Wednesday for a pre-check?
H: Wednesday, that'd be grand I'd say, hold on till I look at the sheet. Ah no. I've only the one lad in and he's up to his eyes.
A: Is Thursday possible?
H: Same story, I'm afraid. We're the far side of Christmas now.
> declined
== not-at-six-no-first-i | AU restaurant | Table for 5 on Friday at 6, must leave by 8 | called 2026-12-01 | 2026-12-04 18:00 x5 Kim Doan
H: Pho Street, hello.
A: Hi, I'm an AI assistant for Kim Doan. Do you have a table for five at six on Friday?
H: Not at six, no. First I could do you is seven thirty.
A: That would be too late for her, I'll have to ask.
H: All good, just let us know.
> declined | time 19:30 @2 | other time 18:00 19:30
== nah-mate-no-lucas-here-this | AU restaurant | Table for 2 tonight at Luca's | called 2026-12-01 | 2026-12-01 19:00 x2 Ali Noor
H: Yeah g'day.
A: Hello, is that Luca's? I'm an AI assistant calling for Ali Noor.
H: Nah mate, no Luca's here, this is me mobile.
A: Sorry to bother you.
> not_reached | flag wrong_number
== mill-lane-yep-static-quarter-past | GB general | Book a taxi to the airport on Sunday at quarter past five in the morning | called 2026-12-04 | 2026-12-06 05:15 - Dev Nair
H: ello abc cabs
A: Hello, I'm an AI assistant calling for Dev Nair. He needs a taxi to the airport on Sunday at a quarter past five in the morning.
H: sunday yeah where from luv
A: From twelve Mill Lane.
H: mill lane yep [static] quarter past five sunday morning thats booked pal thirty two quid
A: Thank you.
> arranged | date 2026-12-06 @4,2 | time 05:15 @4 | price 32.00 GBP @4
== quarter-past-seven-friday-no-problem | GB restaurant | Table for 4 on Friday at quarter past seven | called 2027-01-11 | 2027-01-15 19:15 x4 Hamish Bain
H: Bella Vista.
A: Hello, I'm ringing for Hamish Bain, who'd like a table for four on Friday at quarter past seven.
H: Quarter past seven Friday, no problem, that's a table for three booked for you.
A: Thank you.
H: If you're more than twenty minutes late we give it away, just so you know.
> arranged | date 2027-01-15 @2 | time 19:15 @2 | other partySize 4 3 | flag ai_not_disclosed | flag condition
== so-for-friday-what-were-doing | US restaurant | Reserve a table for 2 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Uma Rao
H: Hi, Clover.
A: Hi, I'm an AI assistant calling for Uma Rao. Do you have a table for two on Friday at seven?
H: So for Friday what we're doing is requests only. I'll put one in for her and the team reviews them Thursday.
A: Will she get a confirmation?
H: If it's accepted she'll get an email.
A: Thank you.
> unclear
== then-he-has-to-fill-out | US clinic | Dermatologist, Thursday at 9 | called 2026-12-01 | 2026-12-03 09:00 - Sol Reed
H: Skin Health, can you hold? [hold music] Thanks for holding, this is Ana.
A: Hi Ana, I'm an AI assistant calling for Sol Reed. Is Thursday at nine open?
H: Thursday at nine... I show nine fifteen.
A: Nine fifteen is good.
H: Is he new to us?
A: Yes.
H: Then he has to fill out the packet online first, and I can't save the slot till that's in.
A: I see. I'll tell him.
> declined | time 09:15 @2 optional | other time 09:00 09:15 optional | date 2026-12-03 optional | flag condition optional
== oh-no-poor-thing-right-ive | GB general | Tell the landlord's agent the heating is broken | called 2026-12-01 | - - - Ian Pugh
H: Marlow Lettings, Jess.
A: Hello Jess, I'm an AI assistant calling for Ian Pugh at fourteen Cross Street. His heating has broken down.
H: Oh no, poor thing. Right, I've raised that with our contractor as urgent, ref's 7 0 2 double 4. They'll ring him today.
A: Thank you.
> arranged | confirmation 70244 @2
== i-can-do-twelve-at-seven | GB restaurant | Table for 12 on 19 December at 7 pm | called 2026-12-01 | 2026-12-19 19:00 x12 Bev Holt
H: The Malthouse.
A: Hello, I'm an AI assistant calling for Bev Holt. Twelve people on Saturday the nineteenth at seven?
H: I can do twelve at seven on the nineteenth. What I'd do is email a form over, and once we've got it back with ten pound a head you're in.
A: Please send it.
H: What's the email?
A: bev at holt dot co dot uk.
H: Lovely, sent.
> unclear | date 2026-12-19 @2 optional | time 19:00 @2 optional | price 10.00 GBP @2 | flag condition
== eight-wattle-no-dramas-driverll-be | AU general | Book a skip bin for Monday 14 December | called 2026-12-01 | 2026-12-14 - - Deb Rossi
H: Bin There.
A: Hello, I'm an AI assistant calling for Deb Rossi. She'd like a four cubic metre skip delivered on Monday the fourteenth.
H: Yep, four-metre's three-fifty for the week, includes the tip fees.
A: That's fine, she'd like to go ahead.
H: What's the drop-off address?
A: Eight Wattle Street.
H: Eight Wattle, no dramas. Driver'll be there between seven and nine on the fourteenth.
> arranged | price 350.00 AUD @2 | date 2026-12-14 @6 | time 07:00 optional | time 09:00 optional | hours 07:00-09:00 optional
== prams-no-bother-last-boat-backs | GB general | Ask if a pram fits on the ferry and when the last one goes | called 2026-12-01 | - - - Liv Dunn
H: Estuary Ferries.
A: Hello, I'm an AI assistant calling for Liv Dunn. Can she bring a pram, and when is the last ferry?
H: Pram's no bother. Last boat back's twenty to six this time of year.
A: Thank you.
> answered | time 17:40 @2
== eight-thursday-seven-okay-okay-i | GB restaurant | Table for 8 on Thursday at 7 | called 2026-12-01 | 2026-12-03 19:00 x8 Kay Finn
H: Hello, Trattoria Roma.
A: Hello, I'm an AI assistant calling for Kay Finn, for eight people on Thursday at seven.
H: Eight, Thursday, seven, okay okay. I take the name and my wife she call you to say yes or no.
A: Finn. When will she call?
H: Tonight, tomorrow. Okay, bye bye.
> unclear
== four-six-and-midnight-the-four | US general | Ask what time mass is on Christmas Eve | called 2026-12-14 | - - - Pia Cruz
H: Saint Mary's parish office.
A: Hello, I'm an AI assistant calling for Pia Cruz. What time is mass on Christmas Eve?
H: Four, six and midnight. The four o'clock is the children's one.
A: Thank you.
> answered | time 16:00 @2 | time 18:00 @2 | time 00:00 @2
== four-four-four-nope-but-ive | AU clinic | Physio on Thursday at 4 | called 2026-12-01 | 2026-12-03 16:00 - Zac Bell
H: Back in Action, Tash here.
A: Hi Tash, I'm an AI assistant calling for Zac Bell. Is four on Thursday free?
H: Four, four, four... nope, but I've had a cancellation at ten to five?
A: Ten to five is great.
H: Locked and loaded. We'll text him a reminder.
> arranged | time 16:50 @2 | other time 16:00 16:50 | date 2026-12-03 optional
== thanks-for-calling-quickship-please-enter | GB general | Ask where my parcel is | called 2026-12-01 | - - - Lou Kemp
H: Thanks for calling QuickShip. Please enter your tracking number, followed by the hash key.
A: I don't have it.
H: Sorry, that number was not recognised. Please enter your tracking number.
A: Operator.
H: All our advisors are busy. Please hold.
> not_reached | flag on_hold_abandoned
== nope-taxi-company-you-need-a | US restaurant | Table for 2 at Gino's, Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x2 Ana Paz
H: City Cab.
A: Hello, is this Gino's? I'm an AI assistant calling for Ana Paz.
H: Nope, taxi company. You need a ride?
A: No, thank you. Sorry.
> not_reached | flag wrong_number
== youre-on-the-list-for-monday | US general | Book a dog walker Monday at noon | called 2026-12-03 | 2026-12-07 12:00 - Peg Hill
H: Wags, this is Lou.
A: Hi Lou, I'm calling for Peg Hill, who needs a dog walker on Monday at noon.
H: Monday noon I can do. Twenty-two for half an hour.
A: That's fine.
H: You're on the list for Monday at noon then. Key under the mat?
A: Yes.
H: Perfect.
> arranged | date 2026-12-07 @2,4 | time 12:00 @2,4 | price 22.00 USD @2 | flag ai_not_disclosed
== okay-im-gonna-jot-that-down | US restaurant | Table for 4 on Friday at 7 | called 2026-12-01 | 2026-12-04 19:00 x4 Abby Stone
H: Hi, Juniper and Rye.
A: Hi, I'm an AI assistant calling for Abby Stone. A table for four on Friday at seven?
H: Okay, I'm gonna jot that down and have Marcus confirm with her when he's back from the market.
A: So it isn't confirmed yet?
H: He'll take care of it, don't worry.
> unclear
== ive-sent-that-over-to-the | US clinic | See Dr. Rowe on Thursday at 10 | called 2026-12-01 | 2026-12-03 10:00 - Ila Shah
H: Dr. Rowe's office.
A: Hello, I'm an AI assistant calling for Ila Shah, for Thursday at ten.
H: I've sent that over to the doctor's nurse as a message. They usually get back within 24 hours.
A: Thank you.
H: You're welcome, have a good day.
> unclear
== fourteen-goes-through-our-functions-team | AU restaurant | Table for 14 on Saturday at 7 | called 2026-12-01 | 2026-12-05 19:00 x14 Todd Gill
H: Harbour Grill.
A: Hello, I'm an AI assistant calling for Todd Gill. Fourteen people on Saturday at seven?
H: Fourteen goes through our functions team. I'll get your details to them and they'll sort it with you.
A: Todd Gill, please.
H: Too easy, Todd, that's gone through to them.
> unclear
== the-systems-down-so-im-writing | US restaurant | Table for 6 on Saturday at 6 | called 2026-12-01 | 2026-12-05 18:00 x6 Cal Reyes
H: Rio Grill.
A: Hello, I'm an AI assistant calling for Cal Reyes. A table for six on Saturday at six?
H: The system's down so I'm writing on a napkin here. Six at six Saturday, Reyes, okay.
A: So he has the table?
H: He does. I'll key it in when we're back up.
> arranged | date 2026-12-05 @2 | time 18:00 @2 | name Reyes @2
== okay-a-guy-can-be-there | US general | Have the locksmith come now | called 2026-12-01 | - - - Vic Lane
H: Pop-A-Lock.
A: Hello, I'm an AI assistant calling for Vic Lane, who is locked out at nine Oak Street.
H: Okay, a guy can be there in thirty. It's ninety-five to open the door.
A: Yes, please send him.
H: He's rolling.
> arranged | price 95.00 USD @2
== moss-not-yet-theyre-still-at | US general | Ask if my prescription glasses are in | called 2026-12-01 | - - - Al Moss
H: Eyes First.
A: Hi, I'm an AI assistant calling for Al Moss. Are his glasses in?
H: Moss... not yet, they're still at the lab. Should be Thursday or Friday.
A: Thank you.
> answered
== minimum-for-caterings-fifteen-boxes-at | US restaurant | Order lunch for 12 for Thursday noon | called 2026-12-01 | 2026-12-03 12:00 - Kat Ross
H: Deli on Main.
A: Hi, I'm an AI assistant calling for Kat Ross. She'd like boxed lunches for twelve on Thursday at noon.
H: Minimum for catering's fifteen boxes, at thirteen fifty each.
A: She only needs twelve, so I'll ask her.
H: Sure, call back by tomorrow.
> declined | price 13.50 USD @2 | flag asked_to_call_back optional
== ive-got-a-quarter-of-seven | US restaurant | Table for 4 Saturday at 7 | called 2026-12-01 | 2026-12-05 19:00 x4 Ed Sloan
H: Firefly, one sec. Okay, go ahead.
A: Hi, I'm an AI assistant calling for Ed Sloan. A table for four on Saturday at seven?
H: I've got a quarter of seven or a quarter after eight.
A: A quarter of seven, please.
H: And the name again?
A: Sloan.
H: Sloan, S-L-O-A-N. Thank you much. We'll see you then.
> arranged | time 18:45 @2 | name Sloan @6 | other time 19:00 18:45
== im-really-sorry-were-fully-booked | GB restaurant | Table for 2 on Saturday at 7 | called 2026-12-01 | 2026-12-05 19:00 x2 Meera Shah
H: Hi there, The Larder.
A: Hello, I'm an AI assistant calling for Meera Shah. Could she have a table for two on Saturday at seven?
H: I'm really sorry, we're fully booked for Saturday evening. We've got lunch, if that's any good? Half twelve?
A: She wanted the evening. I'll let her know.
H: No worries, bye.
> declined | time 12:30 @2 | other time 19:00 12:30
== yes-we-have-it-somebody-will | US clinic | Find out if my referral was received | called 2026-12-01 | - - - Ted Ash
H: Cardiology Associates.
A: Hello, I'm an AI assistant calling for Ted Ash. Did you receive his referral from Dr. Bell?
H: Spell the last name?
A: A, S, H.
H: Yes, we have it. Somebody will call him to schedule.
> answered
== he-needs-to-be-sure-love | GB clinic | Blood test on Monday morning | called 2026-12-03 | 2026-12-07 - - Len Dale
H: You're through to phlebotomy.
A: Hello, I'm an AI assistant calling for Len Dale. Could he have a blood test on Monday morning?
H: Has he got a form from his doctor?
A: I believe so.
H: He needs to be sure, love. Get him to check and phone us back.
> unclear | flag asked_to_call_back
== we-can-do-the-patio-from | US restaurant | Reserve the patio for 15 on Saturday at 4 | called 2026-12-01 | 2026-12-05 16:00 x15 Jen Fox
H: Taproom.
A: Hello, I'm an AI assistant calling for Jen Fox. Could she reserve the patio for fifteen on Saturday at four?
H: We can do the patio from four to seven. There's a two hundred dollar minimum.
A: That's fine.
H: Cool, she's got it. I'll just need a card on file by Thursday.
> arranged | price 200.00 USD @2 | flag condition | time 16:00 @2 | time 19:00 @2 optional | hours 16:00-19:00 optional
== friday-the-eleventh-at-five-past | GB clinic | Optician appointment under the NHS | called 2026-12-01 | - - - Pat Ross
H: Clear Eyes.
A: Hello, I'm an AI assistant calling for Pat Ross. She'd like an appointment for an NHS eye test.
H: Friday the eleventh at five past four, or Monday the fourteenth at ten.
A: Friday the eleventh at five past four, please.
H: Super. Pat Ross, Friday eleventh, five past four. All booked.
> arranged | date 2026-12-11 @2,4 | time 16:05 @2,4 | name Pat Ross @4
== the-sixteenths-open-its-four-fifty | US general | Ask if the hall is free on January 16 and the price | called 2026-12-01 | - - - Vi Lane
H: Grange Hall.
A: Hi, I'm an AI assistant calling for Vi Lane. Is the hall free on January sixteenth, and what does it cost?
H: The sixteenth's open. It's four fifty for the day plus a two hundred cleaning deposit.
A: Thank you.
> answered | date 2027-01-16 @2 | price 450.00 USD @2 | price 200.00 USD @2 | flag condition optional
== aside-reminder-and-kitchen | US restaurant | Table for 4 on Friday at 7pm | called 2026-12-01 | 2026-12-04 19:00 x4 Ann Doyle
H: Corner Table.
A: Hi, I'm an AI assistant calling for Ann Doyle. A table for four on Friday at seven?
H: You're booked, Friday at seven. Live music starts at eight, the kitchen closes at ten, and we'll text her on Thursday.
> arranged | date 2026-12-04 @2 | time 19:00 @2
== choice-queen-not-king | CA hotel | Book a room for the night of February 19 | called 2027-02-03 | 2027-02-19 - x2 Colin Baptiste
H: Harbour Lodge.
A: Hi, I'm an AI assistant booking for Colin Baptiste. A double for February nineteenth?
H: The nineteenth. We have a queen at one forty-nine or a king at one eighty-nine.
A: The queen, please.
H: Okay, that's all set. The reference is WX seven one three three.
> arranged | date 2027-02-19 @2 | price 149.00 CAD @2 | confirmation WX7133 @4
== passed-on-is-not-booked | IE hotel | Ask for afternoon tea for 40 on Saturday 3 July | called 2027-06-09 | 2027-07-03 - x40 Ann Tuohy
H: Good morning, Castle Demesne.
A: Good morning. I'm an AI assistant calling for Ann Tuohy. She's hoping to have afternoon tea for forty on Saturday the third of July.
H: That'd be banqueting, I'll pop you over to them now.
A: Thank you.
> unclear
== went-up-tell-a-lie | GB general | Ask what a collection of a sofa costs | called 2027-05-18 | - - - Graham Tull
H: Environmental services.
A: Good morning, I'm an AI assistant calling for Graham Tull. What does it cost to collect a sofa?
H: Thirty-five pounds.
A: Thank you.
H: Oh, no, I tell a lie. It's thirty-eight fifty now.
> answered | price 38.50 GBP @4
== days-left-out | IE general | Ask for the opening hours of the hardware shop | called 2026-12-02 | - - - Aoife Breen
H: Hardware, hello.
A: Good morning, I'm an AI assistant calling for Aoife Breen. What are your opening hours?
H: We're open nine to five, Monday to Friday, except Wednesday.
> answered | hours Mo,Tu,Th,Fr 09:00-17:00 @2
`,
  es: `
== el-sabado-a-las-dos-y | ES restaurant | Mesa para 6 el sábado a las 14:30 | called 2026-12-01 | 2026-12-05 14:30 x6 Marta Gil
H: Restaurante El Puerto, buenos días.
A: Buenos días, soy un asistente de inteligencia artificial y llamo de parte de Marta Gil. Querría una mesa para seis el sábado a las dos y media.
H: El sábado a las dos y media... te lo apunto a lápiz, ¿vale?, porque tengo pendiente un grupo que me tiene que decir algo.
A: ¿Cuándo se sabrá?
H: Mañana o pasado. Si no os digo nada, dadlo por hecho... bueno, mejor llamadme el jueves.
A: De acuerdo, gracias.
> unclear | date 2026-12-05 @2 optional | time 14:30 @2 optional | flag asked_to_call_back
== ay-no-otra-grabacion-ya-no | MX general | Preguntar si venden tarjetas de regalo | called 2026-12-01 | - - - Karla Ríos
H: Boutique Lirio.
A: Buenas tardes, soy un asistente de inteligencia artificial y llamo de parte de Karla Ríos. ¿Venden tarjetas de regalo?
H: Ay no, otra grabación. Ya no estén marcando, por favor.
> declined | flag do_not_call_again
== pues-no-sabria-decirle-el-que | ES general | Preguntar si ha llegado la pieza de la lavadora | called 2026-12-01 | - - - Juan Rey
H: Servicio técnico, buenas.
A: Buenas tardes, soy un asistente virtual y llamo por Juan Rey. ¿Ha llegado la pieza de su lavadora?
H: Pues no sabría decirle, el que lleva eso está comiendo. Yo le paso el recado y que le llame él.
A: Muchas gracias.
H: De nada.
> unclear
== del-treinta-no-hasta-el-veintinueve | MX general | Preguntar si tienen botas del 30 | called 2026-12-01 | - - - Beto Islas
H: Zapatería León, ¿en qué le ayudo?
A: Hola, llamo de parte de Beto Islas. ¿Manejan botas del treinta?
H: Del treinta no, hasta el veintinueve nada más.
A: Gracias.
> answered | flag ai_not_disclosed
== a-las-diez-voy-justisimo-te | ES restaurant | Mesa para 6 el viernes a las 22 | called 2026-12-01 | 2026-12-04 22:00 x6 Abel Cats
H: Asador.
A: Buenas, soy un asistente de inteligencia artificial, llamo por Abel Cats: mesa para seis el viernes a las diez.
H: A las diez voy justísimo. Te lo dejo en el aire y si me falla alguien te llamo, ¿vale?
A: ¿Entonces no está confirmada?
H: No, de momento no.
> unclear
== el-jueves-no-hay-vale-se | ES general | Dejar recado al entrenador Elías de que el jueves no hay entrenamiento | called 2026-12-01 | - - - Rober Tena
H: Polideportivo, le habla Juani.
A: Hola Juani, soy un asistente virtual de parte de Rober Tena. ¿Puede decirle a Elías que el jueves no hay entrenamiento?
H: El jueves no hay. Vale, se lo dejo en una nota en su mesa y cuando venga lo ve.
A: Gracias.
> arranged | date 2026-12-03 @2 optional
== gracias-por-su-paciencia-es-usted | ES general | Preguntar si el punto limpio coge pintura | called 2026-12-01 | - - - Rosa Bel
H: Es usted el número tres en la cola de espera.
H: Gracias por su paciencia. Es usted el número dos.
A: ¿Hola?
H: En breve será atendido.
> not_reached | flag on_hold_abandoned
== el-miercoles-yo-diria-que-si | ES general | Llevar el coche a la pre-ITV el miércoles | called 2026-12-01 | 2026-12-02 - - Damián Roca
H: Talleres Quino.
A: Hola, soy un asistente de inteligencia artificial y llamo por Damián Roca. ¿Podría llevar el coche el miércoles para la pre-ITV?
H: El miércoles... yo diría que sí, espera que miro la hoja. Ay, no. Estoy yo solo y tengo cinco coches esperando.
A: ¿Y el jueves?
H: Igual, estoy hasta después de Reyes.
> declined
== hoy-esta-a-reventar-si-quiere | ES clinic | Pediatra hoy | called 2026-12-01 | 2026-12-01 - - Amara Obi
H: Pediatría, dígame.
A: Hola, soy un asistente virtual y llamo por Amara Obi. ¿Puede ver hoy la pediatra a su hijo?
H: Hoy está a reventar. Si quiere le apunto por si falla alguien y le damos un toque.
A: Sí, apúntelo.
H: Apuntado queda. Esté pendiente del móvil.
> declined
== el-viernes-a-las-siete-y | MX restaurant | Mesa para 4 el viernes a las 19:15 | called 2027-01-11 | 2027-01-15 19:15 x4 Jaime Baños
H: Bella Vista, buenas tardes.
A: Buenas tardes, llamo de parte de Jaime Baños para una mesa para cuatro el viernes a las siete y cuarto.
H: El viernes a las siete y cuarto, claro que sí, mesa para tres, ya quedó.
A: Gracias.
H: Nomás que si llegan más de veinte minutos tarde se las quitamos, ¿eh?
> arranged | date 2027-01-15 @2 | time 19:15 @2 | other partySize 4 3 | flag ai_not_disclosed | flag condition
== siete-banca-que-pregunto-dice-que | AR restaurant | Mesa para 7 el sábado a las 20:45 | called 2026-12-01 | 2026-12-05 20:45 x7 Gina Falco
H: Cantina Falcone, buenas.
A: Buenas noches, soy un asistente de inteligencia artificial y llamo de parte de Gina Falco. ¿Tienen lugar para siete el sábado a las nueve menos cuarto?
H: Siete... bancá que pregunto. Dice que sí, pero que a las once la necesitamos de vuelta.
A: Está bien.
H: Entonces ya está, te la reservo. ¿Falco me dijiste?
A: Sí, Falco.
H: Buenísimo.
> arranged | name Falco @4 | flag condition optional
== uf-en-navidad-esta-todo-cogido | ES general | Residencia canina del 18 al 27 de diciembre | called 2026-12-01 | 2026-12-18 - - Rosa Fenoll
H: Patitas Felices.
A: Hola, soy un asistente virtual, llamo por Rosa Fenoll. Querría dejar a su perra del dieciocho al veintisiete de diciembre.
H: Uf, en Navidad está todo cogido desde octubre. Tengo una lista de reserva larguísima.
A: ¿La puede apuntar?
H: Claro. ¿Cómo se llama la perra?
A: Lola.
H: Lola, ya está apuntada. Pero no se haga ilusiones.
> declined
== muy-bien-ya-se-la-di | MX clinic | Cancelar mi resonancia del 10 de diciembre | called 2026-12-01 | 2026-12-10 - - Luis Catz
H: Radiología, Margarita a sus órdenes.
A: Buenos días, soy un asistente virtual y llamo de parte de Luis Catz para cancelar su resonancia del diez.
H: ¿Fecha de nacimiento?
A: Nueve de abril del cincuenta y uno.
H: Muy bien, ya se la di de baja. ¿La quiere reagendar?
A: Por ahora no.
H: Perfecto, buen día.
> arranged
== miercoles-si-cuando-quiera-miercoles-siempre | ES restaurant | Mesa para 4 el miércoles a las 21 | called 2026-12-01 | 2026-12-02 21:00 x4 Feli Mas
H: Restaurante Gran Muralla, buenas noches.
A: Buenas noches, soy un asistente de inteligencia artificial y llamo por Feli Mas. ¿Mesa para cuatro el miércoles a las nueve?
H: Miércoles sí, cuando quiera, miércoles siempre hay sitio.
A: Pues a las nueve, a nombre de Feli.
H: Vale, vale, nueve, Feli. Hasta miércoles.
> arranged | date 2026-12-02 @2,4 | time 21:00 @4 | name Feli @4
== si-que-podria-te-mando-un | ES restaurant | Mesa para 12 el 19 de diciembre a las 21 | called 2026-12-01 | 2026-12-19 21:00 x12 Bea Holgado
H: La Maltería.
A: Hola, soy un asistente de inteligencia artificial, llamo por Bea Holgado. ¿Doce personas el sábado diecinueve a las nueve?
H: Sí que podría. Te mando un formulario por correo, y cuando me lo devolváis con diez euros por cabeza, ya estáis dentro.
A: Mándelo, por favor.
H: ¿A qué correo?
A: bea arroba holgado punto es.
H: Enviado.
> unclear | price 10.00 EUR @2 | flag condition
== te-puedo-ofrecer-el-jueves-dia | ES general | Limpieza de cristales, cualquier día de la semana que viene | called 2026-12-01 | - - - Pepa Mora
H: Cristales Reluce.
A: Hola, soy un asistente virtual, llamo por Pepa Mora. Querría que le limpien los cristales la semana que viene.
H: Te puedo ofrecer el jueves día diez, a primera hora, a las ocho.
A: Le va bien.
H: Dime dirección.
A: Patio Abedul nueve.
H: Vale, pues el jueves estamos allí. Son setenta y cinco euros.
A: Gracias.
> arranged | date 2026-12-10 @2,6 | time 08:00 @2 | price 75.00 EUR @6
== ay-que-lastima-esta-malita-bueno | ES general | Decirle a la profesora de piano que Ana no puede ir hoy | called 2026-12-01 | - - - Rosa Llamas
H: ¿Sí? Soy la señora Petrova.
A: Buenas tardes, soy un asistente de inteligencia artificial y llamo por Rosa Llamas. Ana no puede ir hoy a clase.
H: Ay, qué lástima. ¿Está malita? Bueno, dígale que se mejore y ya la recuperamos la semana que viene.
A: Se lo digo.
> arranged
== a-las-cuatro-no-pero-se | CL clinic | Kinesiólogo el jueves a las 16 | called 2026-12-01 | 2026-12-03 16:00 - Zacarías Bello
H: Kine Activa, le habla Tati.
A: Hola Tati, soy un asistente virtual, llamo por Zacarías Bello. ¿Está libre el jueves a las cuatro?
H: A las cuatro no, pero se me liberó una hora a las diez para las cinco.
A: A las diez para las cinco le sirve.
H: Ya, listo, lo dejé ahí. Le va a llegar un recordatorio.
> arranged | time 16:50 @2 | other time 16:00 16:50
== ni-esta-ni-la-que-viene | ES clinic | Sesión con la psicóloga esta semana | called 2026-12-01 | - - - Ali Redó
H: Gabinete Senda.
A: Hola, soy un asistente virtual, llamo por Ali Redó. ¿Hay alguna sesión libre esta semana?
H: Ni esta ni la que viene. Si quiere la meto en lista por si alguien anula.
A: Sí, por favor.
H: Metida. Le llegará un SMS si se libera algo.
> declined
== los-grupos-los-lleva-eventos-yo | ES restaurant | Mesa para 14 el sábado a las 21 | called 2026-12-01 | 2026-12-05 21:00 x14 Teo Gil
H: Asador del Puerto.
A: Hola, soy un asistente de inteligencia artificial, llamo por Teo Gil. ¿Catorce personas el sábado a las nueve?
H: Los grupos los lleva Eventos. Yo les paso tus datos y ellos te dicen.
A: Teo Gil.
H: Perfecto, Teo, ya está enviado.
> unclear
== si-no-llueve-si-con-lluvia | ES general | Deshollinador el miércoles | called 2026-12-01 | 2026-12-02 - - Pat Duque
H: Hollines e Hijos.
A: Hola, soy un asistente virtual, llamo por Pat Duque. ¿Podrían venir el miércoles?
H: Si no llueve, sí. Con lluvia no subo al tejado, así que ese mismo día lo vemos.
A: ¿Queda apuntado?
H: Vamos a dejarlo en que igual sí.
> unclear
== el-sabado-estoy-fuera-el-domingo | ES general | Que el manitas cuelgue una tele el sábado | called 2026-12-01 | 2026-12-05 - - Sito Coll
H: Manitas Paco.
A: Hola, soy un asistente virtual y llamo por Sito Coll. ¿Podría colgar una tele el sábado?
H: El sábado estoy fuera. El domingo sí, sobre las doce.
A: El domingo sobre las doce le va bien.
H: Vale, ¿por qué zona es?
A: Calle Olmo once.
H: Venga, pues el domingo me paso. Son sesenta euros.
> arranged | date 2026-12-06 @2,6 | time 12:00 @2 | price 60.00 EUR @6 | other date 2026-12-05 2026-12-06
== sin-tarjeta-solo-se-la-guardo | ES hotel | Habitación familiar el 28 de diciembre, una noche | called 2026-12-01 | 2026-12-28 - x4 Aina Burgos
H: Hotel Vistas, le habla Dimpna.
A: Hola, soy un asistente virtual y llamo por Aina Burgos. Querría una familiar para la noche del veintiocho de diciembre.
H: El veintiocho me queda una, a ciento setenta con desayuno.
A: Se la queda.
H: Muy bien, señora Burgos, entonces. Necesitaría un número de tarjeta para garantizarla.
A: Llamará ella con la tarjeta.
H: Sin tarjeta solo se la guardo hasta mañana por la tarde. Guardada queda a nombre de Burgos.
> arranged | date 2026-12-28 @2 | price 170.00 EUR @2 | name Burgos @4 | flag condition | date 2026-12-02 optional
== mineral-cuarenta-y-nueve-con-noventa | ES general | Preguntar precio del cambio de aceite y horario del sábado | called 2026-12-01 | - - - Edu Rota
H: Lubricantes Ya.
A: Hola, soy un asistente virtual y llamo por Edu Rota. ¿Cuánto cuesta el cambio de aceite, y qué horario tienen el sábado?
H: Mineral cuarenta y nueve con noventa, sintético setenta y nueve con noventa. Los sábados de nueve a dos.
A: Gracias.
> answered | price 49.90 EUR @2 | price 79.90 EUR @2 | hours Sa 09:00-14:00 @2
== aside-recordatorio-y-musica | ES restaurant | Mesa para 4 el viernes a las 21:00 | called 2026-12-01 | 2026-12-04 21:00 x4 Ana Gil
H: Casa Gil.
A: Hola, soy un asistente virtual y llamo por Ana Gil. ¿Una mesa para cuatro el viernes a las nueve?
H: Viernes a las nueve, apuntado. A las diez hay música, la cocina cierra a las once, y el jueves le llega un recordatorio.
> arranged | date 2026-12-04 @2 | time 21:00 @2
== lista-al-cien | MX restaurant | Mesa para 2 el 14 de febrero a las ocho de la noche | called 2027-02-09 | 2027-02-14 20:00 x2 Emilio Santoyo
H: Terraza Cielo.
A: Buenas noches. Soy un asistente virtual de parte de Emilio Santoyo. Quisiera una mesa para dos el catorce de febrero a las ocho.
H: El catorce ya lo tenemos al cien. Si gusta lo anoto en lista de espera.
A: Sí, por favor.
H: Listo, es el número doce. Nosotros le marcamos en caso de que se desocupe algo.
> declined
== la-tres-no-es-hora | AR hotel | Cabaña para 4 desde el sábado 6 de febrero, una semana | called 2027-01-11 | 2027-02-06 - x4 Soledad Funes
H: Cabañas, buen día.
A: Buen día. Soy una inteligencia artificial, llamo en nombre de Soledad Funes. ¿Hay una cabaña para cuatro desde el seis de febrero?
H: Del seis al trece me queda la tres. Ciento diez lucas por noche.
A: Le sirve, resérvela.
H: Te la dejo reservada a nombre de Funes.
> arranged | date 2027-02-06 @2 | price 110000.00 ARS @2 | name Funes @4
== antes-era-menos | MX general | Preguntar cuánto cuesta limpiar una alfombra | called 2026-12-01 | - - - Eva Luz
H: Alfombras.
A: Hola, soy un asistente virtual y llamo por Eva Luz. ¿Cuánto cuesta limpiar una alfombra?
H: Antes eran trescientos, ahora cuatrocientos, y con el veinte por ciento queda en trescientos veinte.
> answered | price 400.00 MXN @2 | price 320.00 MXN @2
`,
};
