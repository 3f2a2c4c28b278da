"""When two spellings of a name are one person's, and what looks like a name at all."""

from __future__ import annotations

import re
from functools import lru_cache

from talkctl.text import fold, words

_HONOURS = frozenset(
    "dr mr mrs ms mx prof professor sir dame rev phd md msc bsc mba jr sr ii iii iv esq".split()
)
_PARTICLES = frozenset(
    "de da do dos das del della di du des la le les el al bin ibn ben van von der den ten ter"
    " zu zum zur af av y e st san mc mac o abu".split()
)
_BRACKETED = re.compile(r"\([^()]*\)|“[^”]*”|\"[^\"]*\"")
_INITIALS = re.compile(r"\b(?:\w\.\s?){2,}")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-'’.·])*$")
_WIDE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:[\s·][\u3040-\u9fff]+)?$")

_GIVEN_NAMES = frozenset(
    "aaron abby abdallah abdul abdulkadir abdullah abigail achim adam adele aditi aditya adolfo"
    " adrian adriana adriano afonso agatha agnes agneta agnieszka aharon ahmad ahmed ahmet aisha"
    " ajay akari akash akihiro akiko akira akos akram akshay alain alan alana albert alberto"
    " alec alejandro aleksandar aleksander aleksandr aleksandra aleksey aleksi alena alessandra"
    " alessandro alex alexander alexandr alexandra alexandre alexandru alexey alexios alexis"
    " alfonso alfred alfredos ali alice alin alina alistair allan allison alma alva alvaro"
    " amadou amanda amara amber amelia amelie amina aminata amir amirali amit amita amos amy ana"
    " anabel anand anastasia anastasiia anatoly ander anders anderson andi andras andraz andre"
    " andrea andreas andreea andrei andrej andrew andrey andrii andrzej andy angel angela"
    " angelina angie anika anil animesh anindya anita anja anjali anke ankit ankita ankur ann"
    " anna annabel annalisa anne annemarie annette annika anouk anselm ante antero anthony antje"
    " antoine anton antoni antonia antonie antonio antti anubhav anurad anurag anusha anya"
    " aparna april apurva ara aram arash archana arianna arie ariel arjun armando armen armin"
    " armon arnau arnaud arne arno arnold arnout arseny artem arthur artur artyom arun arvind"
    " arvinder arya asaf asgeir asha asher ashish ashley ashok ashwin ashwini astrid asya ataul"
    " atsushi attila atul audrey audun august augustin aurelie aurora avi aviv axel ayesha ayse"
    " ayumi aziz babak balazs balint barbara baris barry bart bartosz bas bashar basil bassam"
    " bastian bdale bea beata beate beatriz becky behrouz bella ben bence benedict benedikt"
    " bengt benjamin benny benoit bent berit bernadette bernard bernardo bernd bernhard bert"
    " bertrand beso beth bethany bettina bhargav bhavana bhavesh bhavin bhavya bianca bilal bill"
    " bing birgit birgitta bjarni bjoern bjorn blair blake blaz bo bob bogdan bohdan bojan"
    " bonnie boris boyko brad bradley bram brandon branislav branko brendan brent bret brett"
    " brian briana bridget brigitte britt bronwyn bruce bruno bryan bryce bryden burak burcin"
    " byron cagri caio caleb callum camille candice caolan caren carina carine carl carla carlo"
    " carlos carmela carmen carmine carol carolina caroline carson carsten catalin catarina"
    " catherine cathy cecile cecilia cedric celia celine cem cesar chad chandler chandra chantal"
    " chao charity charlene charles charlie charlotte chelsea chen cheng chengyuan cherie cheryl"
    " cheuk chiara chidi chie chika chinedu chioma chloe chris christa christel christelle"
    " christer christian christiane christina christine christoph christophe christopher"
    " christos chuck cindy ciprian ciro claire clara clarissa claude claudia claudio clayton"
    " clemens clement clementine clint clive cody colin connie connor constantin constantine cor"
    " cora corey corinna corinne cornelia cosima cosimo cosmin courtney craig cristi cristian"
    " cristiano cristina csaba curtis cyril cyrille dagmar daichi daisuke daisy dale dalibor"
    " dalya damian damien damon dan dana daneyon danica daniel daniela daniele danielle danny"
    " dapo daria dario darius darko darren darryl dashiell dave david davide davina davit davy"
    " dawid dawn dean debarshi debbie deborah debra deepa deepak deepika dejan dele della"
    " delphine demetrius denis denise deniz dennis denny derek desislava desmond detlef devin"
    " dex dharma diana diane dianne diarmuid diederik diego dieter dietmar dietrich dimitar"
    " dimitri dimitrios dimitris dinesh dino dirk ditte divya dmitri dmitrii dmitriy dmitry"
    " dmytro dolores domagoj dominic dominik dominika dominique donald donato dong donna donnie"
    " doreen doris doron dorota dorothea dorothee dorothy doug douglas dragan dragos dries duane"
    " duarte duc duncan dung dusan dustin dylan eamon ebba ebele eben eberhard ebony ebru ed"
    " eddie edgar edith edmund edna edoardo edson eduard eduardo edward edwin eelco eero effie"
    " efrain efua egor eileen eilidh einar eirik ekaterina elaine eleanor elena eleni eleonora"
    " eli elias elif elijah elin eliran elisabeth elise eliza elizabeth ella ellen ellie elliot"
    " elliott ellis elmar elodie elsa elsie elvira emanuel emanuele emeka emi emil emile emilia"
    " emiliano emilie emilio emily emma emmanuel emmanuelle emre enrico enrique eoghan erhan eri"
    " eric erica erich erik erika erin ernest ernesto erwin eskil esra esteban estelle esther"
    " ethan etienne ettore eugen eugene eugenia eulalia eun eunice eva evan evandro evelina"
    " evelyn everton evgenii evgeny ewa ezra fabian fabien fabienne fabio fabiola fabricio"
    " fabrizio fadi faisal falk fang farah farhad farid fatima fatma federica federico fedor fei"
    " felicia felicity felipe felix fellipe femi feng ferdinand ferenc fergus fernanda fernando"
    " ferran filip filipa filipe filippo finn fiona flavia flavio floor flora florence florent"
    " florian florin floris folake folkert fosdem fran frances francesca francesco francis"
    " francisco franck franco francois francoise frank frantisek franz franziska fred freddy"
    " frederic frederik frederique fredrik frida fridrich frieda friederike friedrich fritz"
    " funmi gabe gabor gabriel gabriela gabriele gaetan gail gal galina ganesh gang gareth"
    " garima garrett gary gaspar gaurav gauri gautam gavin geert gemma genevieve gennaro geoff"
    " geoffrey geoffroy georg george georges georgi georgia georgina gerald geraldo gerard"
    " gerardo gerd gerda gergely gerhard gerrit gert gervase gevorg giacomo gianluca gijs gil"
    " gilbert gilberto gilles gillian gina gino giorgi giorgio giovanni girish gisela giulia"
    " giuseppe gladys gleb glen glenn gloria godfrey goeran goetz goncalo gopal goran gordon"
    " grace graham grant greg gregoire gregor gregory greta grigory grzegorz guang gudmund"
    " gudrun guenther guido guilherme guillaume guillem guillermo guinevere gunilla gunnar"
    " gunnlaugur gunter gunther guo gustavo guy gwen gwyneth haakon hadas hadi hai haitham hakan"
    " hakon hal hamid hamish hamza hana hande hank hanna hannah hannes hans hao harald hari"
    " harish harold harriet harrison harry harsh haruka haruki hasan hassan hauke hayk hazel"
    " hazem heather hector hedwig heidi heike heikki heiko heinrich heinz helen helena helene"
    " helga helgi helmut hendrik henning henri henriette henrik henrike henry henryk herbert"
    " herman hermann hideki hideo hieu hilary hilda hilde himanshu hiroki hiroko hiroshi"
    " hiroyuki hisham hitoshi hoa holger holly hong horst hosein howard hristo hrvoje hua huamin"
    " hubert huda hugo hui humberto hung huong huseyin hussein huy huyen hyun iain ian ibrahim"
    " ida idit ife ifeanyi ignacio igor ikenna ilan ilana ilaria ilka ilkka illya ilse ilya"
    " imane imogen imran ina inbar ines inga inge ingeborg ingemar ingo ingrid ingvar inigo inna"
    " ioana ionut ira irakli irene irina iris irma iryna isa isaac isabel isabella isabelle"
    " isadora isaiah isis ismael ismail israel istvan isuru italo itamar ivan ivana ivano ivar"
    " ivaylo ivo ivy iwona jacek jack jackie jackson jacob jacopo jacqueline jacques jade jae"
    " jagdish jaime jair jake jakob jakub jamal james jamie jamil jamila jan jana jane janek"
    " janet janina janine janis janna janne jannik janos jared jarek jarkko jaroslav jasmin"
    " jasmine jasna jason jaswanth javier jay jaye jayne jean jeanette jeanne jeannette jeb jeff"
    " jeffrey jelena jenia jenna jennifer jenny jens jeppe jere jeremiah jeremy jerome jerry"
    " jerzy jesper jess jesse jessica jesus jeyappragash ji jia jian jianhua jie jihoon jill jim"
    " jimmy jin jing jingyi jiri jitendra jiyeon jo joachim joan joana joanna joanne joao"
    " joaquim joaquin jochen jodie jody joe joel joelle joerg johan johann johanna johannes john"
    " johnny jolanda jon jonas jonathan jong joon joonas joost jordan jordi jorg jorge joris jos"
    " jose josef josefine josep joseph josephine josh joshua josip josselin jossi josue jovan"
    " jovana joy joyce jozef juan juanita judith judy juergen juha juho jukka jules julia julian"
    " juliana juliane juliano julie julien juliet juliette julio julius jun june jung junko"
    " juraj jure jurgen jussi justin justina justine justyna jutta juuso jyoti kai kaisa kaja"
    " kalin kalle kalyan kamal kamil kamila kamran kaori kapil karan karanbir kareem karel karen"
    " karim karin karina karl karla karolina karsten karthik kasia kaspar kasper katarina"
    " katarzyna kate kateryna katharina katherine kathleen kathrin kathryn kathy katia katie"
    " katja katrin katsuhiro katya kavita kavitha kay kayla kazuki kazuo kees keiko keira keith"
    " kelly kelsey kelvin kemi ken kendra kenji kenneth kenta kentaro kerem kerry kerstin kevin"
    " khaled khalid khanh khevna khoa kiara kiera kieran kim kiran kire kiril kirill kirk"
    " kirsten kirstin kirsty kit kjell klara klaus kofi kohei kohsuke koji konrad konstantin"
    " konstantinos kostas kosuke kota kresimir kris krishna krishnan kristen krister kristian"
    " kristin kristina kristoffer krisztian krzysztof ksenia kumar kumiko kurt kushal kwame"
    " kwesi kyle kyung lachlan laia lakshmi lalit lam lamia lan lana lance lara larissa larry"
    " lars lasha lasse laszlo laura lauren laurence laurent laurie laurin lavinia lawrence layla"
    " leah leander leandro lee lei leif leila leland len lena lennart leo leon leonard leonardo"
    " leonie leonor leopold leroy leslie lester leticia letizia levan levente levi lewis lex"
    " leyla li lia liam libor lida liesbeth lili lilian liliana lilith lilly lily limin lin lina"
    " linda lindsay lindsey ling linh linnea lino linus lionel lisa lise liselotte liu livia"
    " liviu liz liza lloyd lluis loic lois lola lorelei lorena lorenzo loretta lorna lothar"
    " lotta lotte lou louis louisa louise lovisa lu luan lubomir lubos luc luca lucas lucia"
    " luciana luciano lucie lucien lucille lucy ludger ludovic ludwig luigi luis luisa luise"
    " luiz luka lukas lukasz luke lutz luz lydia lyla lyle lynda lynn lyubomir lyudmila mabel"
    " maciej mack madalena madeleine madeline madhav madhavi madhuri mads mae maeve magda"
    " magdalena mageshwaran magnus mahdi mahesh mahmoud mahsa maia maike maisem maja majid"
    " makoto malcolm malte mamadou mami mandar mandy manfred manish manoj manuel manuela marc"
    " marcel marcela marcelo marcin marco marcus marek margaret margarita margit margot margrit"
    " marguerite maria marian mariana marianne marica marie mariella marielle marija marijke"
    " marika mariko marilyn marina mario marion marisa marisol marit maritta marius marjolein"
    " mark markku marko markus marlene marlies marlon marnie maroun marsha marta marten marthe"
    " martijn martim martin martina marton martyn marvin mary maryam masahiro masaki masato"
    " mason massimiliano massimo mate matej mateo mateusz mathew mathias mathieu mathilde"
    " matilda matilde mats matt matteo matthew matthias matthieu matthijs mattia mattias matus"
    " maud maulik maura maureen maurice mauricio mauro max maxim maxime maximilian maya mayank"
    " mayumi meena meera meg megan meghan mehdi mehmet mei meike meiling mel melanie melek"
    " melinda melissa melvin merce mercedes meredith merle merlijn merlin merve mia michael"
    " michaela michail michal michel michelangelo michelle miguel miha mihaela mihai mihir mika"
    " mikael mikaela mike mikhail miki mikkel mikko miklos mikolaj mila milan milena miles"
    " milica milo milos min mina mindy ming minh minho minji minna minoru miquel mira miranda"
    " mircea mireia mirela miriam mirjam mirko miroslav mislav mitch mitchell mitsuhiro miyuki"
    " moe mohamed mohammad mohammed mohan mohit molly mona monica monika monique montse morgan"
    " moritz morris morrison morten moses moussa moustafa mrunal mrunmayi mukesh murali murat"
    " murilo mustafa mykola myles myra myriam na nabil nadav nadezhda nadia nadim nadine nadja"
    " nam namrata nancy nandini naoki naoko naomi naoto narayan naresh nasrin nasser natacha"
    " natalia natalie natasha nathan nathen naveen navid ned neeraj neha neil nell nelson"
    " nemanja nenad nessa nestor nevena neville nga ngoc ngozi nguyet nhung niall nicholas nick"
    " nicki niclas nico nicolaas nicolas nicole nicoletta nicolo nidhi niels nigel nikhil nikita"
    " nikki niklas niko nikola nikolai nikolas nikolaus nikolay nikos nilesh nils nina ning nino"
    " nir niraj nirbheek nisha nishant nitin nneka noah noam nobuo noel noemi nola noor nora"
    " norbert noriko norma norman nour nuno nuria obinna oded odette odile ohad oksana ola olaf"
    " olafur olav ole oleg oleksandr oleksii olena olga oliver olivia olivier ollie olof omar"
    " omer omid omri ondrej onur oona oren oriol orla orlando orson osama osamu oscar oskar"
    " osman ossi osvaldo oswald otavio otis otto oumar oved ovidiu owen oystein oyvind ozan"
    " pablo pamela panagiotis paola paolo parag parisa parth pascal pascale pasi pasquale pat"
    " patricia patricio patrick patrik patrizia patryk pau paul paula paulina pauline paulo"
    " pavel pawel pedro peggy pekka penelope peng penny per percy pere petar pete peter petr"
    " petra petri petros petter petteri phil philip philipp philippa philippe phillip phoebe"
    " phuong pia pier pierluigi pierre pieter pietro pilar pinar ping piotr pippa plamen pol"
    " polina polly pooja prabhu prachi pradeep prakash pramod pranav prasad prashant pratik"
    " praveen predrag preeti preston primoz priscilla prithvi priya priyanka puja qi qian qiang"
    " qin qing quan quang quentin quim quincy quinn quinton quoc quyen rachael rachel rachid"
    " radek radim radoslaw radu rafael rafaela rafal rafe raffaele raghav raghavendra raghu"
    " ragnar rahul raimund rainer raj raja rajashree rajat rajeev rajesh rajiv raju rakesh ralf"
    " ralph raluca ramesh rami ramon ramona ramya rana randall randy rania ranjit raoul raphael"
    " raphaela raquel rashid rashmi rasmus raul ravi ray raymond raymundo razvan rea rebecca"
    " rebekka reena regan regina reginaldo regine reiko reinhard remi remy rena renan renata"
    " renate rene renee renzo reto reza rhiana rhiannon rhys ria ricarda ricardo riccardo rich"
    " richard rick ricky rik riku riley rina rishi risto rita ritesh ritu roald rob robbie"
    " robbin robert roberta roberto robin robyn rocco rocio rod roderick rodney rodolfo rodrigo"
    " roger rogerio rogier rohan rohit roisin rok roland rolf romain roman romana romeo romeu"
    " ron ronaldo rong rony rory rosa rosalia rosalie rosalind rosanna rosanne roselyn rosemary"
    " rosie ross roswitha rowan rowena roxana roxanne roy ruben rudi rudolf rufus rui rune"
    " rupert rupesh ruslan russ russell rutger ruth ruud ryan ryo ryota ryuichi saad sabina"
    " sabine sabrina sacha sachin sade sadie saeed saga sahi said sakari salim sally salma"
    " salman salome salvador salvatore sam samantha sameer sami samir samira samuel sandeep"
    " sandhya sandra sandro sandy sanel sangeeta sanja sanjay sanjeev santiago santosh sara"
    " sarah sari sartakov sascha saskia satish satoshi satya saul saurabh sayed scarlett scott"
    " sean sebastiaan sebastian sebastien segun selin selina selma seok sepideh serena serge"
    " sergei sergey sergi sergio sergiu serhii serkan seun seung severin shahar shahid shailen"
    " shalini shan shane shannon shanti sharad sharon shashank shaun shauna shawn shay sheila"
    " shelby shelley sherif sherry sheryl shigeru shikha shilpa shin shingo shinji shirin"
    " shirley shiv shivani shota shreya shriram shruti shu shuai shun shyam siddharth sidnei"
    " sidney siegfried siggi sigrid sigurd sigurdur silja silke silvan silvana silvester silvia"
    " silvio silviu simao simeon simo simon simona simone sina sindre sinead sinisa siobhan siri"
    " skye slavomir slawomir slobodan smita sneha snehal soeren sofia soheil solomon solveig son"
    " sonia sonja soo sook sophie soren sorin sota soumya sowmya spencer srinivas sriram stacey"
    " stacy stan stanislav stanislaw stanley stas stavros stefan stefania stefanie stefano"
    " steffen steffi stelios stella sten stephan stephane stephanie stephen steve steven stewart"
    " stig stina stoyan stuart subhash subhendu sudha sudhir sue sujata suki suman sumit sung"
    " sunil sunita suresh surya susan susana susann susanna susanne sushil sushma suzan suzanne"
    " suzette sven svenja sverre sveta svetlana svitlana swapnil swati sybille sydney sylvain"
    " sylvester sylvestre sylvia sylvie sylwester szabolcs tabea tad tadeusz taha taichi"
    " takahiro takashi takeshi takumi takuya tal talia tamar tamara tamas tamer tania tanja"
    " tanya tao tapio taras tarek tariq tariro taro tarun tasha tatiana tatjana tatsuya tatyana"
    " taylor ted teemu tejas temi teresa terry tess tessa tetiana tetsuya teun thabo thang thanh"
    " thao thea thekla thelma theo theodor theodore theresa therese thiago thibault thierry"
    " thijs thomas thorbjorn thorsten thu thuy tiago tien tiffany tigran tijana tilman tim timo"
    " timofey timothee timothy timur tina ting tino tjark tobias tobin todd todor tolga tollef"
    " tom tomas tomasz tomaz tomislav tommaso tommy tomohiro tomoko tomoya tony tonya torben"
    " torbjorn tore torin tormod torstein torsten toru toshi tova tove tracy trang travis trevor"
    " tricia trina trish tristan troels trond troy trudy trung trygve tsuyoshi tsvi tuan tugdual"
    " tunde tung tuomas tushar tuva tuyet tyler uche udo ujjwal uli ulla ulrich ulrike umang"
    " umberto umesh umut una ursula usha uta ute uwe vaclav vadim vaibhav valdir valdis valentin"
    " valentina valentine valentyn valeria valerie valery van vandana vanessa vangelis vani"
    " varun vasco vasilis vasily vasudha vasyl vegard veikko veit venkat vera verena vern"
    " veronica veronika veronique vesna vic vicente vicki vicky victor victoria vida vidar vidya"
    " viet viggo vijay vikram viktor viktoria ville vilma vinay vince vincent vincenzo vineet"
    " vinh vinicius vinod vinu viola violet viorel vipul viraj virginia virginie vish vishal"
    " vishnu vitaliy vitaly vito vittorio vivek vivian viviana viviane vlad vladan vladimir"
    " vladislav vojislav vojtech volkan volker volodymyr vuk wade wael wagner walaa waldemar"
    " wale walid wallace walt walter waltraud wanda wanja waqas warren wayne wei weiwei"
    " wellington wen wendy werner wesley wessel wiebke wilfried wilhelm will willem willi"
    " william wilma wilson wim winfried winston wojciech wojtek wolfgang wolfram woo wyatt"
    " xander xavi xavier xenia xiao xiaobo xiaoming xiaoyu xin xing xinglang xiu xu xue xulio"
    " yaacov yael yahya yan yana yanan yang yannick yannis yanyan yao yara yaroslav yaser yash"
    " yasin yasmin yasser yasuhiro yasuko yating yaw yehuda yevgeny yi yifan yihui yiming ying"
    " ylva yogesh yogev yohei yoichi yoko yolanda yong yordan yosef yoshi yosuke yotam youssef"
    " yousuf yu yuan yudai yue yuichi yuji yuka yuki yuko yulia yuliia yumi yun yunlong yuri"
    " yury yusuf yusuke yuta yutaka yuval yuvi yves yvette yvonne zach zachary zack zaid zainab"
    " zanele zara zbigniew zdenek zeeshan zeinab zelda zeljko zeynep zhang zhanna zhe zhen zhi"
    " zhong ziga zihao zoe zofia zoltan zoran zsolt zurab zuzana zvonimir".split()
)
"""Given names common enough that a capitalised word which is one is taken for a person."""


LEGAL_FORMS = frozenset(
    "inc llc ltd gmbh corp co ag sa plc limited bv nv oy ab as kg llp pty srl spa corporation"
    " incorporated company se sas oü kk ohg ug ev sl sarl aps kft sro lp ltda eirl".split()
)
"""What follows a company's name, with or without a comma, dots left out."""


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of *name* that tell people apart: no titles, nicknames, suffixes or dots.

    ``Dr. Jane “JJ” O’Neil-Doe Jr`` gives ``jane``, ``oneil``, ``doe``; ``A.J. Lee`` gives ``aj``,
    ``lee``.
    """
    bare = _BRACKETED.sub(" ", name)
    bare = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", bare)
    parts = tuple(part for part in words(bare) if part not in _HONOURS)
    return parts or tuple(words(name))


def name_key(name: str) -> str:
    """*name* with its parts run together in their order, particles and spacing ignored."""
    return "".join(name_parts(name))


def same_person(one: str, other: str) -> bool:
    """Whether two spellings are certainly one name, written more or less fully.

    Order, accents, titles and spacing do not count. Names between the first and the last may be
    shortened or left out: ``Frank B Greco Jr`` is ``Frank Basil Greco``, ``Ahmet Balkan`` is
    ``Ahmet Alp Balkan``.
    """
    first, second = name_parts(one), name_parts(other)
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    if sorted(first) == sorted(second):
        return True
    if len(first) < 2 or len(second) < 2:
        return False
    if first[0] != second[0] or first[-1] != second[-1]:
        return False
    middle, other_middle = first[1:-1], second[1:-1]
    if len(middle) > len(other_middle):
        middle, other_middle = other_middle, middle
    return all(any(_abbreviates(a, b) for b in other_middle) for a in middle)


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def plausibly_same(one: str, other: str) -> bool:
    """Whether two spellings may be one person, when both stand in the account of one talk.

    Looser than :func:`same_person`: a first name alone, a short form (``Vish`` and ``Vishnu``) or
    a slip of the pen (``Micheal`` and ``Michael``) is enough there.
    """
    if same_person(one, other):
        return True
    first, second = name_parts(one), name_parts(other)
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        short, full = (first, second) if len(first) == 1 else (second, first)
        return short[0] in (full[0], full[-1])
    if first[-1] == second[-1] and _short_form(first[0], second[0]):
        return True
    return slips(one, other) <= 2


def _short_form(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    return full.startswith(short) and (len(short) > 2 or len(short) == 1)


def slips(one: str, other: str) -> int:
    """How many slips of the pen lie between two names: an exchange of neighbours is one."""
    from rapidfuzz.distance import OSA

    return OSA.distance(name_key(one), name_key(other))


def looks_like_name(text: str) -> bool:
    """Whether *text* is written as people's names are: two to five capitalised words.

    A single word is never enough, nor is anything with digits or sentence marks in it.
    """
    text = _BRACKETED.sub(" ", text).strip()
    if _WIDE_SCRIPT.fullmatch(text):
        return 2 <= len(text.replace(" ", "")) <= 8
    tokens = text.split()
    if not 2 <= len(tokens) <= 5:
        return False
    capitals = 0
    for token in tokens:
        if not _NAME_WORD.match(token):
            return False
        if fold(token).strip(".") in _PARTICLES:
            continue
        if not (token[0].isupper() or (token[0].isalpha() and not token[0].islower())):
            return False
        capitals += 1
    return capitals >= 1


def is_particle(word: str) -> bool:
    """Whether the folded *word* stands in names without a capital: ``van``, ``de``, ``bin``."""
    return word in _PARTICLES


def begins_with_given_name(text: str) -> bool:
    """Whether the first word of *text* is a common given name."""
    found = words(text)
    return bool(found) and found[0] in _GIVEN_NAMES


def initials(name: str) -> str:
    """The capitals with which a page abbreviates *name*: ``XH`` for Xuefeng Han."""
    parts = [part for part in re.split(r"[\s.-]+", name) if part]
    return "".join(part[0].upper() for part in parts)


def org_key(org: str) -> str:
    """*org* run together without legal forms: ``Treasure Data Inc`` and ``TreasureData`` are one."""
    parts = words(org)
    return "".join([part for part in parts if part not in LEGAL_FORMS] or parts)
