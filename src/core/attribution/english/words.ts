const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const DETERMINERS = set(
  'the a an this that these those some any every each another both all many most several few no other one two three four five six seven eight nine ten his her their its my our your whose',
);
export const PREPOSITIONS = set(
  'of in on at by for with from to into about against between among during before after under over through without within across behind beyond near like as than toward towards upon despite off per via including amid around since until unlike regarding concerning',
);
export const CONJUNCTIONS = set(
  'and or but nor yet so because although though while whereas if when where unless once whether that who whom which what why how even just only also then there here not',
);
export const AUXILIARIES = set(
  "is are was were be been being am has have had having do does did doing will would can could may might must shall should ought wo ca don doesn didn isn aren wasn weren won wouldn couldn can't cannot don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't 'm 're 've 'll 'd",
);
export const ADVERBS = set(
  "also then still later earlier recently previously again already often never always ever now once further furthermore however instead meanwhile quickly simply even just only too repeatedly publicly privately flatly bluntly once twice soon today yesterday tomorrow tonight not well back up down out there here perhaps maybe almost nearly more less most least very quite rather much far long n't",
);
/** Common verbs that don't attribute: they end noun phrases all the same. */
export const VERBS = set(
  'go goes went gone going come comes came coming get gets got getting make makes made making take takes took taken taking give gives gave given giving keep keeps kept put puts let lets leave leaves left run runs ran running win wins won winning lose loses lost try tries tried trying use uses used using need needs needed work works worked working seem seems seemed become becomes became appear appears appeared remain remains remained include includes included look looks looked looking turn turns turned turning move moves moved start starts started stop stops stopped set sets meet meets met pay pays paid play plays played bring brings brought buy buys bought sent send sends sit sat stand stood fall fell follow follows followed lead leads led live lives lived vote votes voted voting face faces faced join joined grew grow grows pass passed raise raised refer referred rise rose serve served spend spent visit visited wait waited walk walked watch watched wear wore sought seek seeks receive received reach reached push pushed pull pulled open opened allow allows allowed build built help helps helped ',
);

export const SUBJECT_PRONOUNS = set('he she they we i you it who');
export const PERSONS = set(
  'spokesman spokeswoman spokesperson spokespeople official officials president senator congressman congresswoman governor mayor secretary adviser advisor aide aides manager director chairman chairwoman chair leader leaders lawyer attorney attorneys lawyers judge judges officer officers police analyst analysts expert experts professor researcher researchers scientist scientists doctor doctors economist economists strategist strategists pollster pollsters source sources critic critics supporter supporters opponent opponents voter voters republican republicans democrat democrats conservative conservatives liberal liberals activist activists advocate advocates candidate candidates lawmaker lawmakers reporter reporters journalist journalists columnist author authors editor student students teacher teachers parent parents resident residents man men woman women people person guy everyone everybody someone somebody others many some most americans mother father brother sister wife husband son daughter friend friends colleague colleagues witness witnesses victim victims owner owners executive executives ceo founder co-founder head chief member members veteran veterans witness respondent respondents participant participants observer observers insider insiders operative operatives donor donors moderator host politician politicians nominee businessman billionaire mogul commentator prosecutor prosecutors investigator investigators detective sheriff commissioner ambassador minister diplomat diplomats investor investors trader traders worker workers employee employees boss captain pastor priest bishop rabbi agent agents guest crowd audience panel players coach users fans',
);
export const ORGANISATIONS = set(
  'administration campaign company department agency group groups committee commission court house senate congress party government union association organization organisation institute center centre bureau office board council ministry police army military firm bank university school newspaper paper magazine network website site team coalition foundation fund league news post times journal media outlet outlets authorities industry community nation country state white establishment panel jury regulators corporation inc. corp. service press herald tribune',
);
export const DOCUMENTS = set(
  'poll polls survey surveys report reports study studies data documents document memo email emails e-mail letter complaint indictment lawsuit suit filing affidavit article story stories statement transcript video ad ads figures statistics numbers results census analysis review investigation audit book research paper papers evidence headline bill law rule rules order amendment constitution bible slogan sign signs posts account accounts profile page text exit records record testimony release',
);
