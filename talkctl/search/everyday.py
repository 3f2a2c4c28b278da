"""Words of everyday life: whoever types one means it, and no word of the trade that is like it.

Only consulted for words the library has never seen. Plain forms of words that conference talks
about computing hardly use; none that is short for a word of the trade or the beginning of one.
"""

from __future__ import annotations

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
walnut whiskey wine yogurt bake boil fry grill stove fridge saucepan

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

_EVERYDAY = frozenset(_WORDS.split())


def everyday(word: str, singular: str) -> bool:
    """Whether *word* or its *singular*, both folded, is a word of everyday life."""
    return word in _EVERYDAY or singular in _EVERYDAY
