"""Words of everyday life: whoever types one means it, and no word of the trade that is like it.

Only consulted for words the library has never seen. Those of everyday life are plain forms of words
that conference talks about computing hardly use; none that is short for a word of the trade or the
beginning of one. Ordinary ones are said of anything, and so of the trade. Besides there is a list of
all that most people know, for a word that is one of these is no slip of another.
"""

from __future__ import annotations

from functools import cache
from os.path import dirname, join

from talkctl.store.lexicon import base, plain_forms, singular

_WORDS = """
apple apricot bacon bagel banana barbecue bean beef beer beetroot berry biscuit bread breakfast
broccoli broth butter cabbage cake candy carrot cereal cheese cherry chicken chocolate cinnamon
cocktail coconut coffee cookie corn cream cucumber cuisine curry dessert diet dinner dish dough
drink egg fish flour food fruit garlic ginger grape gravy ham hamburger honey juice ketchup
kitchen lasagna lemon lettuce lunch mayonnaise meal meat melon menu milk mushroom mustard noodle
nut oatmeal omelette onion orange oven pancake parsley pasta pastry peach peanut pepper pickle pie
pineapple pizza pork potato pudding pumpkin raspberry recipe restaurant rice roast salad salmon
salt sandwich sauce sausage seafood snack soup spaghetti spice spinach steak strawberry sugar
supper sushi sweet tea tomato tuna turkey vanilla vegan vegetable vegetarian vinegar vodka waffle
walnut whiskey wine yogurt bake boil cook cooking fry grill stove fridge saucepan

alligator ant bear bee bird buffalo bull butterfly camel cat caterpillar cow crab crocodile deer
dog dolphin donkey duck eagle elephant fox frog goat goose gorilla hamster hawk hedgehog horse
insect kangaroo kitten lion lizard lobster mammal monkey mosquito mouse octopus ostrich owl panda
parrot peacock penguin pet pig pigeon pony puppy rabbit raccoon rooster shark sheep snail snake
sparrow spider squirrel swan tiger turtle veterinarian whale wolf zebra

ankle arm beard belly bone brain breast cheek chest chin elbow eye eyebrow face finger foot
forehead hair heart heel jaw kidney knee lip liver lung mouth muscle nail neck nose palm rib
shoulder skin skull stomach throat thumb toe tongue tooth waist wrist

allergy asthma bandage cancer cough cure dentist diabetes disease doctor fever headache hospital
illness injury medicine nurse pain patient pharmacy pill pregnancy pregnant prescription sick
surgeon surgery symptom therapist therapy vaccine vitamin wound yoga massage fitness gymnastics
workout calorie

aunt baby bachelor boyfriend bride brother child childhood cousin dad daughter divorce family
father fiance funeral girl girlfriend grandfather grandmother grandparent groom husband kid love
lover man marriage mom mother nephew niece orphan sister son twin uncle wedding wife woman

badminton baseball basketball bicycle bike bowling boxing cricket cycling dance dancing fishing
football golf gym hiking hockey hunting jogging marathon olympics referee rugby skating ski skiing
soccer softball stadium surfing swim swimming tennis tournament volleyball wrestling chess poker
casino lottery gambling

airline airplane airport beach boat bus cab camping car caravan cruise ferry flight garage
gasoline helicopter highway holiday hotel island luggage motel motorbike motorcycle mountain
museum ocean passenger passport pilgrim railway resort suitcase subway taxi tourism tourist train
travel traveler trip truck vacation van vehicle visa voyage wheel yacht

apartment attic basement bathroom bathtub bed bedroom blanket bookshelf broom brick candle carpet
ceiling chair chimney clock closet cupboard curtain cushion door driveway faucet fence floor
furniture garden gardening house household kettle ladder lamp landlord lawn lawnmower mattress
mortgage pillow plumber plumbing refinance refinancing rent roof rug shower sink sofa staircase
tenant toilet towel vacuum wallpaper wardrobe washing

belt blouse bracelet clothes clothing coat collar cosmetics dress earring fashion glove handbag
hat jacket jeans jewel jewelry lipstick makeup necklace pants perfume purse ring scarf shirt shoe
skirt sleeve slipper sock suit sweater tailor tattoo trousers tuxedo umbrella underwear wallet
watch zipper

autumn blizzard breeze climate desert earthquake flood forest frost grass hail hurricane jungle
lake lightning meadow moon planet rain rainbow river sand sky soil spring storm summer sun sunrise
sunset sunshine thunder tornado tsunami valley waterfall weather winter flower leaf rose tulip
daisy lily orchid pine willow astronomy asteroid comet galaxy telescope

actor actress album artist ballet cartoon celebrity choir cinema clown comedian comedy concert
fairy fiction film folklore guitar hollywood jazz lyrics magic magician melody movie music musical
musician mystery novel painter painting piano poem poet poetry rock sculpture singer singing song
theater theatre trumpet violin witch wizard vampire zombie ghost

accountant army astrology baker barber bishop bomb butcher carpenter castle cathedral chef church
congress constitution court crime criminal crown detective election emperor empire farm farmer
fireman gun horoscope jail judge jury kingdom king knight lawsuit lawyer mayor military monarch
mosque murder navy parliament peace politician politics pope prayer president priest prince
princess prison queen rabbi religion revolution senate senator sheriff soldier sword thief trial
vote voter war weapon

biology botany chemistry dinosaur electron entanglement evolution fossil genetics geography
geology geometry grammar molecule neutron philosophy physics photon proton psychology quantum
relativity sociology trigonometry zoology archaeology anthropology

bargain buyer cash cheque currency dividend dollar dowry estate euro gold grocery inflation
insurance inheritance jeweler loan pension realtor retirement rich salary shopping silver stock
supermarket tax taxes toy warehouse wealth coupon

birthday christmas easter halloween thanksgiving festival party gift picnic balloon doll puppet
puzzle crayon pencil eraser notebook alphabet anger beautiful brave cheerful cruel fear friend
friendship funny happiness happy hate hope humor jealous joke joy laugh lonely pretty proud
romance romantic shy smile sorrow ugly handsome

concerto symphony orchestra drum drummer flute cello saxophone harp trombone clarinet accordion
dealership dealer salesman rental lease auction antique vintage souvenir bouquet
knitting crochet sewing embroidery quilt yarn needle pottery ceramic origami scrapbook
skateboard snowboard kayak canoe archery fencing judo karate boxer racket racquet horseback
tire brake exhaust carburetor gearbox windshield caravan scooter moped
shampoo soap detergent laundry ironing vacuuming dishwasher diaper toddler stroller kindergarten
shrub hedge compost fertilizer weed greenhouse aquarium kennel leash
avocado celery chili chutney croissant dumpling espresso gelato guacamole hummus icing jam kebab
lobster marinade meatball muffin oyster paprika pesto popcorn prawn ramen ravioli risotto sorbet
stew taco tart tofu toast truffle
acne allergic arthritis bronchitis calorie chiropractor cholesterol contraception dandruff dental
eczema flu insomnia migraine obesity orthodontist physiotherapy rash sunburn
alimony babysitter bachelorette bridesmaid godfather godmother stepmother toddlers twins
blackjack bingo domino roulette sudoku crossword jigsaw
baroque medieval renaissance pharaoh gladiator viking crusade
"""

_ORDINARY = """
able above absolutely accept accident accidentally achieve across actual afford afraid agree ahead
alone along already although altogether amazing amount angry announce annoying anymore anyway apart
apparently appear apply approach appropriate arrange arrive asleep aspect assume attempt attend
attention attract audience automatically average awake aware away awesome awful awkward background
badly barely basic basically beat beautiful began begins behave behavior behaviour belief belong
beneath benefit beside besides beyond bite blame blow body boring born borrow bother bottom bound
brave brief briefly bright brilliant broad broadly busy button careful carefully careless catch
caught century challenge challenges challenging chance change changed charge cheerful chief claim
clean clear clearer clearly clever colleague colleagues collect color combine comfortable comment
common commonly compared comparison competition complain completely concept concern concerned
condition confuse confused confusing confusion consider considerable constant constantly contain
continue contrast convenient conversation convert convince cool corner count couple courage covered
crazy critical criticism cross crowd curious current currently daily damage danger dangerous dark
debate decade decent decision deeply definitely degree delighted demand depend depends describe
described description deserve desire despite detail detailed details determine develop devote died
dies difference differences differently difficulty direct direction directly disagree disappear
disappointed discover discuss discussed discussion distance divide door doubt dozen dramatic draw
dream drink drive drop dumb eager early effect effort eight elegant elsewhere embarrassing emphasis
empty encounter encourage endless enjoy enormous enter entirely equal equally escape especially
essential essentially establish eventually everywhere evidence evil exact exactly examine example
examples excellent except exception exciting exclude excuse exercise existing expectation
experienced explained explore express extent extra extreme extremely fair fairly faith fall false
familiar famous fancy favor favorite favourite fear feature features feeling felt fewest fight
figure fill final finally fine finger finish finished firm firmly five flat flexible float focus
fold foot forever forget forgot formal former fortunate forward found free freely frequent
frequently fresh friendly frighten front frustrated frustrating fully fundamental funny gain gather
generally generate gentle genuine giant glad glance goal gradually grand grateful greatly grew
ground grow growing grown guess guide guilty guys habit half hands hang hate head hear heard heart
heavily height hello helped helpful helping hesitate hidden hide highlight highly hint home honest
honestly hope hopefully horrible hour hours however hurry hurt idea ideal ideas ignore imagine
immediate immediately impact importance impossible impress impression impressive include included
including indeed indicate individual influence inform initial initially inner inside insist inspire
instance instant instantly intend intent intention interest interested interests interpret interrupt
introduce introduced introducing invent invite issue issues item joke judge jump justify kick kill
killed killer killing knock knowledge known lack land laugh lazy leading leads least leaving length
letter light likely line list listen literally loose lose losing lost love lovely luck lucky magic
mainly major majority manner mark matter maximum meant meet mention mere merely minimal minimum
minor minute minutes miss missed missing modest moment month months mood moreover morning mostly
motion mouth move moved moves mystery naked narrow naturally nature neat neatly negative neighbor
neighbour neither nervous newly nine nonsense normal normally note nothing notice noticed noticing
novel nowadays obtain obvious obviously occasion occasionally occur offer offered official okay ones
ongoing opening opinion opposite option options organize originally otherwise ought outcome outer
outside overall overcome owner pace paid pain painful pair particular particularly partly pass past
path patience pause peaceful perfect perfectly perhaps period permanent personal personally
perspective phase phrase piece pieces plain play pleasant pleased pleasure plenty plus pocket poor
popular position positive possibility possibly potential potentially practical practically praise
precise precisely preparation prepare prepared presence preserve pretend pretty previous previously
pride principle prior probably produce progress promise prompt proof proportion proposal propose
proud prove proved proves pull pure purely purpose push puzzle quantity quarter quiet quietly quit
quote raise random range rapid rapidly rarely rather reach reached reaction readily realise
realistic reality realize reasonable reasonably recall receive recently recognise recognize
recommend refer reflect refuse regard regardless regular regularly relate related relation
relationship relative relatively relax relevant remain remains remark remarkable remember remind
remove removed repeat repeated replace replied reply represent reputation respect respond response
responsibility responsible rest result results reveal ride ridiculous rise room rough roughly round
rude rush sake satisfied satisfy save saved scared scary scene sell send sending sense sensible sent
sentence separate separately serious seriously serve seven shape share sharp shift shine shock
shocking short shorten shortly shot shout shown shut sick side sides sight sign significant
significantly silence silent silly similar similarly sing situation situations size skip sleep
slightly slip smart smile smooth smoothly society soft sold solid solution solutions somehow
somewhat somewhere sorry sounds spare spell spend spent spirit spite spoil spread stage standing
standpoint statement states steal steps stick stole stood stops strength stress strike striking
strong stronger strongest strongly struggle struggling stuck stupid style subject succeed success
successful successfully sudden suffer sufficient suggest suggestion suit suitable supply suppose
supposed surely surprise surprised surprising surround survive survived surviving suspect sweet swim
sympathy talking task taste term terms terrible terribly terrific thank thanks thick thin thinking
thorough thoroughly threaten throw thus tight till tired tonight total totally touch tough tradition
treat trick tricky trouble truly truth turned turning turns twice typical typically ugly ultimate
ultimately unclear underneath understood undertake unfortunately unhappy unique unite universal
unless unlikely unusual upper upset urge urgent usual usually utterly valuable variety vast view
virtually visible visit vital wake wakes walk wall wander warm warn waste wasting watching weak
weakness week weekly weeks weigh weird welcome went whatever whenever wherever widely wild willing
wind winner wise wonder wonderful word words worried worse worst worthwhile wrap wrote yesterday
zero
"""

_EVERYDAY = frozenset(_WORDS.split())
_TOLD_OF_ANYTHING = frozenset(_ORDINARY.split())


def everyday(word: str) -> bool:
    """Whether *word*, folded, or its singular is a word of everyday life."""
    return word in _EVERYDAY or singular(word) in _EVERYDAY


def said_of_anything(word: str) -> bool:
    """Whether a folded word is a form of an ordinary one, which tells next to nothing."""
    forms = _TOLD_OF_ANYTHING.intersection(plain_forms(word))
    return any(base(form) == base(word) for form in forms)


def english(word: str) -> bool:
    """Whether a folded word is one that most people know, or is made of one by an ending."""
    shorter = (form for form in _english().intersection(plain_forms(word)) if len(form) < len(word))
    return word in _english() or any(base(form) == base(word) for form in shorter)


@cache
def _english() -> frozenset[str]:
    with open(join(dirname(__file__), "english.txt"), encoding="utf-8") as words:
        return frozenset(words.read().split())
