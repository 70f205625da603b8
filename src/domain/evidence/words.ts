import type { Language } from '../call-request.ts';

const any = (...parts: string[]) => new RegExp(`\\b(?:${parts.join('|')})\\b`);

export type Words = Record<
  | 'machine' | 'voicemail' | 'menu' | 'caller' | 'commit' | 'guard' | 'refuse' | 'hedge' | 'defer' | 'hold' | 'yes' | 'no'
  | 'confirming' | 'asking' | 'accept' | 'decline' | 'change' | 'callBack' | 'noCalls' | 'wrongNumber' | 'recording'
  | 'condition' | 'noCondition' | 'disclosure' | 'question' | 'greeting',
  RegExp
>;

const en: Words = {
  machine: any('your call is important', '(?:representatives|operators|agents|advisors) are', 'number \\w+ in (?:the )?(?:queue|line)', 'press (?:one|two|three|four|[0-9]|star|pound)', 'estimated wait', 'hold music', 'call (?:may|will) be recorded', 'number you have dialled'),
  voicemail: any('(?:after|at) the (?:tone|beep)', 'leave (?:us )?(?:a|your) (?:message|name) (?:and|after|at)', 'mailbox', 'you have reached', 'can not (?:come to the phone|take your call)'),
  menu: any('queue', 'representatives|operators|agents|advisors', 'estimated wait', 'hold music', 'your call is important'),
  caller: any('i am (?:an? )?(?:ai|automated|virtual)\\b.*', '(?:calling|phoning|ringing) (?:on behalf|for)', 'i would like to (?:book|reserve)', '(?:she|he) would like'),
  commit: any(
    '(?:you|he|she|they|that|it|everything) (?:is|are|has been|is all|are all|is now)(?: you)?(?: all| now)? (?:booked|reserved|confirmed|set|sorted|scheduled|in the (?:book|diary|system|calendar)|in under|good to go|cancelled|done)',
    'that is you (?:all )?(?:booked|in|down|sorted)', 'have (?:got )?(?:you|him|her|them|it|that) (?:all )?(?:down|booked|in)', 'got (?:you|him|her|them|that|it) down',
    '(?:i|we) have (?:just )?(?:put|booked|reserved|popped|taken|moved|cancelled|scheduled) (?:you|him|her|them|that|it|this)(?! on (?:hold|the wait))',
    '(?:i|we) (?:reserved|booked|scheduled|cancelled) (?:one|it|that|you|him|her|them)', 'i will (?:put|book|pop|stick|keep|hold|reserve) (?:you|him|her|them|it|that)(?! on (?:hold|the wait))(?! through)',
    'all set$', 'all sorted', 'see (?:you|him|her|them) (?:then|on|at|tomorrow|tonight|\\w+day)', '(?:confirmation|booking|order) (?:number|reference) is', '^(?:done|booked|sorted|confirmed)$',
  ),
  guard: any('not', 'never', 'once', 'until', 'unless', 'if', 'would', 'could', 'should', 'might', 'can', 'fully', 'up', 'out', 'pencil', 'waiting list'),
  refuse: any('(?:fully|all|completely) booked', 'booked (?:up|out|solid)', 'is booked$', 'full', 'sold out', 'chocka', 'no (?:tables?|availability|space|room|slots?|appointments?|openings?)', 'not (?:possible|available|have|do|take|offer|fit|deal)', 'there is not', 'nothing', 'unable', 'afraid not', 'is a no', 'is out', 'private party', 'gave', 'closed', 'wait(?:ing)? ?list'),
  hedge: any('should be', 'might', 'maybe', 'perhaps', 'probably', 'possibly', 'i (?:think|guess|suppose|reckon|believe)', 'not sure', 'can not promise', 'no promises', 'pencil', 'provisional\\w*', 'hopefully', 'looks free', 'subject to', 'depends', 'i would imagine', 'ought to'),
  defer: any('(?:call|ring|phone|get) (?:you |him |her |them )?back', 'be in touch', '(?:have|need) to (?:ask|check|wait|speak)', 'need to (?:ask|check)', 'will let (?:you|him|her|them) know', 'give you a (?:ring|call)', 'would (?:have|need) to', 'has to approve'),
  hold: any('hold(?: on)?', 'one (?:moment|second|sec)', 'bear with me', 'just a (?:moment|second|minute)', 'hang on'),
  yes: /^(?:(?:oh|ah|um|uh|well|okay|ok) )?(?:yes|yeah|yep|yup|sure|of course|certainly|absolutely|definitely|correct|that is (?:right|correct)|exactly)\b/,
  no: /^(?:oh |ah |uh |um )?(?:no|nope|nah)\b(?! (?:problem|bother|worries))/,
  confirming: any('confirmed', 'booked', 'reserved', 'placed', 'all set'),
  asking: any('could (?:i|he|she|they|we|you)', 'can (?:i|he|she|they|we|you)', 'would like'),
  accept: any('works?', 'is fine', 'is great', 'that is perfect', 'please (?:do|book|go ahead)', 'go ahead', 'will take', 'yes please', 'like to take'),
  decline: any('neither', 'no thank you', 'not (?:work|suit)', 'can not make', 'pass that on'),
  change: any('actually', 'just told', 'instead', 'change', 'seven people now'),
  callBack: any('(?:can|could|would|please|best|need|maybe|just) (?:you |to |want to )*(?:call|ring|phone|try)(?: us)? (?:back|again)', 'try again (?:after|later|tomorrow)', '^(?:call|ring|phone)(?: us)? (?:back|again)'),
  noCalls: any('(?:not|never|stop) (?:call|ring|phone|calling|ringing|phoning)(?: us| here| me| this number)*(?: again| any ?more| here)?$'),
  wrongNumber: any('wrong number', 'private (?:residence|house|number)'),
  recording: any('not (?:consent|want|agree|like)\\b.*record\\w*', 'stop recording', 'not record'),
  condition: any('deposit', 'credit card number', '(?:need|require|without) a (?:credit )?card', 'minimum spend', 'cancellation fee', 'release the table', 'not confirm(?:ed)? by', 'confirm by'),
  noCondition: any('no deposit', 'not (?:need|take|require|ask for) (?:a |any )?deposit'),
  disclosure: any('ai', 'artificial intelligence', 'automated', 'virtual assistant', 'digital assistant', 'robot', 'bot'),
  question: /^(?:ask (?:if|whether|what|when|how|about|which|where)|find out|check (?:if|whether)|see (?:if|whether)|inquire|enquire)/,
  greeting: any('good (?:morning|afternoon|evening)', 'speaking', 'how (?:can|may) i help', 'this is'),
};

const es: Words = {
  machine: any('su llamada es importante', '(?:agentes|operadores|asesores) (?:estan|se encuentran)', '(?:pulse|marque|oprima|presione) (?:el )?(?:uno|dos|tres|cuatro|[0-9])', 'mantengase a la espera', 'permanezca', 'musica', 'llamada (?:puede|sera) (?:ser )?grabada', 'numero que usted marco'),
  voicemail: any('(?:despues de|tras|al oir) (?:la senal|el tono)', 'deje su mensaje', 'buzon', 'contestador', 'no podemos atender\\w*'),
  menu: any('agentes|operadores|asesores', 'a la espera', 'musica', 'su llamada es importante'),
  caller: any('soy un[oa]? (?:asistente|inteligencia)', 'llamo (?:de parte|en nombre|por)', '(?:quisiera|queria) reservar'),
  commit: any(
    '(?:queda|quedo|quedan|esta)(?: todo)? (?:reservad|confirmad|apuntad|anotad|agendad|anulad|cancelad|encargad|apartad)[oa]s?', 'le queda agendad[oa]', 'ya (?:quedo|te anote|le anote|le di|te di)', '(?:apuntad|anotad|reservad)[oa]s? queda',
    '(?:le|les|te|os|lo|la|se lo|se la|te lo|te la) (?:apunto|anoto|agendo|reservo|guardo|anulo|quito|dejo (?:reservad|puest|apuntad|anotad)[oa])(?! en)', '(?:los|les|le|os) esperamos', '^(?:hecho|apuntado|anotado|reservad[oa]|confirmad[oa])$', 'numero de (?:folio|reserva|confirmacion) es',
  ),
  guard: any('no', 'si', 'cuando', 'podria', 'puedo', 'puede', 'tendria', 'espera'),
  refuse: any('complet[oa]s?', 'llen[oa]s?', 'no (?:me |nos |se |te |le |la |lo |se la |se lo )*(?:queda|quedan|tenemos|tengo|hay|puedo|podemos|cogemos|tomamos|manejamos|atiende|hablo|cabeis|caben|hacemos|vendemos|aceptamos|abrimos)', 'imposible', 'nada', 'lista de espera', 'cerrad[oa]s?', 'cerramos', 'esta (?:dada|apartado|ocupad[oa])', 'no$'),
  hedge: any('creo que', 'supongo', 'imagino', 'a lo mejor', 'quizas?', 'tal vez', 'puede que', 'puede ser', 'probablemente', 'seguramente', 'en principio', 'deberia', 'no estoy segur[oa]', 'me parece que', 'no (?:le |te )?(?:puedo )?(?:prometo|garantizo|prometer|garantizar)', 'capaz', 'calculo que', 'igual'),
  defer: any('(?:le|te|les|os) (?:llamo|llamamos|aviso|avisamos|confirmo)', 'tengo que (?:ver|consultar|preguntar)', 'tendria que (?:ver|consultar|preguntar|mirar)', 'habria que'),
  hold: any('un moment(?:o|ito)', 'espere', 'no cuelgue', 'me permite', 'no se retire'),
  yes: /^(?:(?:ah|pues|bueno|vale) )?(?:yes|claro|correcto|exacto|eso es|por supuesto|asi es|perfecto)\b/,
  no: /^(?:ay |uf |uy |pues )?no\b(?! (?:hay problema|se preocupe|pasa nada))/,
  confirming: any('(?:confirmad|reservad|encargad|apuntad|agendad)[oa]s?'),
  asking: any('podrian?', 'pueden?', 'quisiera', 'queria'),
  accept: any('le va bien', 'le viene bien', 'esta bien', 'adelante', 'yes por favor', 'le sirve', 'la quiere', 'de acuerdo', 'pueden ser'),
  decline: any('no (?:les?|nos) (?:viene|va) bien', 'no gracias', 'se lo comento', 'no le sirve'),
  change: any('en realidad', 'cambiar\\w*', 'en vez', 'mejor', 'me avisa que'),
  callBack: any('llame (?:mas tarde|manana|luego|despues|otra vez|de nuevo)', 'vuelva a llamar', 'vuelvan? a llamar (?:manana|mas|luego|a partir|despues)', 'puede (?:volver a )?llamar (?:mas|manana|luego|despues)', 'llam[ae](?:me|nos)? (?:mas tarde|manana|luego)'),
  noCalls: any('no (?:vuelvan?|vuelvas) a llamar\\w*', 'no (?:me |nos )?llamen?(?: mas)?', 'dejen de llamar'),
  wrongNumber: any('equivoc\\w+ de numero', 'numero equivocado', 'se equivoc\\w+', 'esta equivocad[oa]', 'casa (?:de familia|particular)'),
  recording: any('no (?:quiero|autorizo|doy permiso)\\b.*grab\\w+', 'no me grab\\w+', 'no quiero que me graben?'),
  condition: any('senal de', 'la senal', 'una sena', 'anticipo', 'deposito', 'tarjeta de credito', 'consumo minimo', 'se anula', 'se cancela si'),
  noCondition: any('(?:sin|no (?:hace falta|pedimos|se pide)) (?:senal|deposito|anticipo|sena|tarjeta)'),
  disclosure: any('ia', 'inteligencia artificial', 'asistente (?:virtual|automatic[oa]|digital|de ia)', 'automatizad[oa]', 'robot'),
  question: /^(?:preguntar|averiguar|consultar si|saber|ver si|confirmar si)/,
  greeting: any('buen[oa]s? (?:dias?|tardes|noches)', 'digame', 'a sus ordenes'),
};

export const words: Record<Language, Words> = { en, es };
