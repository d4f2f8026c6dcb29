/**
 * What passwords are made of when they are guessed first, in small letters: the words at the top of every list of leaked
 * passwords, whole passwords of twelve characters and more, and what people type about an office like this one. A
 * password is looked at piece by piece (see `password-fault.ts`), so that "Summer2024!!" need not be listed.
 */
const words = `
  password passwort passw0rd passwd pass word secret secrets login logon signin welcome willkommen bienvenue hello
  hallo bonjour hola letmein letme open opensesame sesame access admin administrator administrador root superuser super
  user username guest test tester testing temp temporary default change changeme changeit please enter entry account
  system server network computer internet windows microsoft google facebook apple iphone android samsung amazon twilio
  switchboard telephone phone phones mobile office company business manager owner staff team work home house family
  private security secure safe
  iloveyou ilove loveyou loveme lovely lover love loves forever always never together baby babygirl babyboy sweetheart
  sweetie sweet honey angel angels heart hearts kiss kisses princess prince queen king kingdom beautiful pretty handsome
  friends friend friendship bestfriend family mother father mommy daddy mama papa sister brother
  football footbal soccer baseball basketball hockey golfer golf tennis volleyball cricket rugby boxing racing runner
  runners player gamer games game winner champion champions liverpool arsenal chelsea manchester united barcelona
  realmadrid juventus milan bayern lakers cowboys steelers eagles yankees packers redsox dodgers rangers
  dragon monkey tiger lion panther eagle falcon hawk wolf wolves bear horse horses dolphin shark spider snake cat cats
  kitty kitten dog dogs doggie puppy bunny rabbit butterfly chicken turtle elephant buster
  sunshine sunny sunset sunrise summer winter spring autumn snow snowball rainbow flower flowers rose lily daisy
  jasmine lavender orange banana apple cherry strawberry peach chocolate cookie cookies cheese pepper ginger coffee
  pizza whiskey vodka diamond silver golden gold crystal ruby purple yellow green black white red blue pink
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december holiday vacation christmas birthday easter halloween
  michael michelle jennifer jessica jordan ashley amanda daniel andrew joshua matthew anthony charlie robert thomas
  william george harley hunter taylor nicole hannah samantha elizabeth maggie matrix andrea natasha alexander
  alexandra victoria stephanie christopher jonathan benjamin nicholas patrick charles david james john mary peter
  paul mark luke maria anna martin richard steven kevin brian jason justin brandon austin
  batman superman spiderman ironman starwars startrek pokemon pikachu naruto mario zelda minecraft fortnite harrypotter
  hogwarts gandalf hobbit mickey minnie snoopy garfield barbie tinkerbell disney nirvana metallica eminem beatles
  elvis rockstar rock music guitar piano dancer dance magic mystery legend hero ninja samurai pirate warrior knight
  wizard merlin master shadow phantom ghost killer hacker destroy trustno trust noone nobody whatever nothing
  something anything everything freedom liberty justice peace happy happiness lucky luck smile smiles dream dreams
  dreamer heaven hell jesus christ jesuschrist blessed blessing faith hope grace god godisgood church bible
  money dollar dollars million millionaire rich mustang corvette ferrari porsche mercedes toyota honda harley
  davidson yamaha suzuki chevrolet camaro ford truck cars london paris berlin newyork york chicago boston dallas texas
  california florida america american canada england scotland ireland australia germany france italy spain mexico
  thunder lightning storm fire water earth ocean river mountain forest island beach star stars moon planet galaxy
  universe space rocket apollo phoenix viking titan zeus hercules apollo
  qwert qwerty qwertz azerty asdf asdfgh zxcvbn zxcvbnm qazwsx abcd abcdef abc
  correcthorsebatterystaple correcthorse batterystaple tobeornottobe maytheforcebewithyou thisismypassword mypassword
  yourpassword ihateyou idontknow iforgot nopassword donotenter keepout letmeinnow givemeaccess trustnoone
  iamthebest imthebest whatsup goodmorning goodnight goodluck thankyou
  the my your our is am are new big best good great cool one two three for and you me mine
`;

export const commonWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
