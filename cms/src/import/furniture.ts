/** What kind of page furniture a line is; `form` lines may also tell that the form for comments has begun. */
export type Furniture = 'loading' | 'form' | 'closed' | 'thread' | 'navigation' | 'separator'

const wait = /^(?:loader|spinner|laddar(?: innehåll| sidan| kommentarer)?|läser in|loading(?: comments)?|please wait)\s*(?:\.{3}|…)?$/iu

const closed = /^(?:comments are (?:now )?closed|commenting is closed|kommentarer(?:na)? är (?:av)?stängda?|kommentering(?:en)? är (?:av)?stängd|kommentarsfältet är (?:av)?stängt|kommentarer (?:är )?inaktiverade(?: för .{1,200})?|det går inte (?:längre )?att kommentera(?: den här artikeln| artikeln| inlägget)?)\.?$/iu

const skip = /^(?:(?:hoppa|gå)(?: direkt)? till (?:sidans |huvud)?innehåll(?:et)?|skip to (?:main )?content|till (?:sidans )?topp(?:en)?|tillbaka till toppen|back to top|du är här: .{0,150})$/iu

const formHeading = /^(?:leave a (?:reply|comment)|post a comment|add (?:a |your )?comment|write a comment|(?:lämna|skriv|lägg till)(?: ett| en)? (?:svar|kommentar)|kommentera(?: artikeln| inlägget)?|skriv din kommentar)(?: (?:to|till) [^\s,.]+(?: [^\s,.]+){0,3})?:?(?: ?(?:cancel reply|avbryt svar))?$/iu

const formSentence = [
  /^your e-?mail address will not be published\.?(?: required fields are marked(?: with)? \*?\.?)?$/iu,
  /^required fields are marked(?: with)? \*?\.?$/iu,
  /^(?:din )?e-?post(?:adress(?:en)?)? (?:kommer (?:inte|ej) (?:att )?publiceras|publiceras (?:inte|ej))\.?(?: obligatoriska fält är märkta(?: med)? \*?\.?)?$/iu,
  /^(?:din )?mejladress(?:en)? (?:kommer inte (?:att )?publiceras|publiceras (?:inte|ej))\.?$/iu,
  /^obligatoriska fält är (?:märkta|markerade)(?: med)? \*?\.?$/iu,
  /^this site uses akismet to reduce spam\.?(?: learn how your comment data (?:is|are) processed\.?)?$/iu,
  /^learn how your comment data (?:is|are) processed\.?$/iu,
  /^den(?:na| här) (?:webb)?(?:plats(?:en)?|sidan?) använder akismet för att (?:minska|reducera|motverka) (?:skräppost|spam)\.?(?: lär dig (?:om )?hur din kommentars?data (?:behandlas|bearbetas)\.?)?$/iu,
  /^lär dig (?:om )?hur din kommentars?data (?:behandlas|bearbetas)\.?$/iu,
  /^save my name, e-?mail,? and website in this browser for the next time i comment\.?$/iu,
  /^spara mitt namn, (?:min )?e-?post(?:adress)?,? och (?:min )?webbplats i (?:den här |denna )?webbläsaren? (?:till|för) nästa gång jag (?:skriver en kommentar|kommenterar)\.?$/iu,
  /^notify me of (?:new|follow-?up) (?:comments|posts) (?:by|via) e-?mail\.?$/iu,
  /^(?:meddela|underrätta) mig (?:om nya (?:kommentarer|inlägg) )?(?:via|per) e-?post(?: om nya (?:kommentarer|inlägg)| vid nya (?:kommentarer|inlägg))?\.?$/iu,
  /^you may use these <?html>? tags and attributes:.{0,400}$/iu,
  /^you must be logged in to post a comment\.?$/iu,
  /^(?:du måste vara inloggad|logga in) för att (?:kommentera|(?:publicera|skriva|lämna) (?:en kommentar|ett svar))\.?$/iu,
]

const formLabel = /^(?:(?:your )?name|(?:ditt )?namn|(?:your )?e-?mail(?: address)?|(?:din )?e-?post(?:adress)?|web ?site|(?:din )?(?:webbplats|hemsida)|(?:your )?comment|(?:din )?kommentar|meddelande|message|post comment|submit(?: comment)?|send|skicka(?: in)?(?: kommentar)?|publicera(?: kommentar)?|cancel reply|avbryt(?: svar)?|cancel)(?: ?\*| \([^()]{1,40}\))?:?(?: ?\*)?$/iu

const threadButton = /^(?:reply|svara|log in to reply|logga in för att svara|(?:reply|svara) (?:to|till|på) .{1,60}|rapportera|anmäl|report|gilla|like|like loading|permalink|permalänk|redigera|edit|[←«]? ?(?:older|newer|äldre|nyare) (?:comments|kommentarer) ?[→»]?|inga kommentarer(?: än)?|no comments(?: yet)?)\s*(?:[↓→…]|\.{3})?\.?$/iu

const button = /^(?:lyssna|skriv ut|dela(?: sidan| artikeln| det här| på (?:facebook|twitter|x|linkedin))?|tipsa(?: en vän)?|print(?: page)?|share(?: this)?(?: on (?:facebook|twitter|x|linkedin))?|tweeta?|like this|gilla(?: detta)?|meny|menu|sök|search|[←«]? ?(?:previous|föregående)(?: post| inlägg| artikel)?|(?:next|nästa)(?: post| inlägg| artikel)? ?[→»]?|(?:klicka för att|click to) .{1,80} \((?:öppnas i ett nytt fönster|opens in new window)\)|(?:©|copyright\b).{0,120})\s*(?:\.{3}|…)?:?$/iu

/** A line that is furniture wherever on the page it stands, or null. */
export function readFurniture(line: string): Furniture | null {
  if (wait.test(line))
    return 'loading'
  if (closed.test(line))
    return 'closed'
  if (skip.test(line))
    return 'navigation'
  if (formHeading.test(line) || formSentence.some(sentence => sentence.test(line)))
    return 'form'
  return /^(?:[-–—_=*•·.~#|+\s]{3,}|[-–—_|*])$/u.test(line) ? 'separator' : null
}

/** A label or button that is furniture at the page's edges (above the text, in the thread and below it), where the word alone is no subheading. */
export function readEdgeFurniture(line: string): Furniture | null {
  if (threadButton.test(line))
    return 'thread'
  if (formLabel.test(line))
    return 'form'
  return button.test(line) ? 'navigation' : null
}

/** A label that is furniture below the last sentence of the text, or null; the name of a network may be a subheading anywhere else. */
export function readTailFurniture(line: string): Furniture | null {
  return /^(?:facebook|twitter|x|linkedin|instagram|e-?post|e-?mail|mejla?)$/iu.test(line) ? 'navigation' : readEdgeFurniture(line)
}
