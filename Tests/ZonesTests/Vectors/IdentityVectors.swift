/// Vectors for resident ids (GB 11643-1999) and credit codes (GB 32100-2015): made-up numbers, and some codes that
/// registers publish. Tab-separated: kind, value, expected (valid, warn, invalid), reason.
let identityVectors = """
    resident_id\t320602198501095172\tvalid\t
    resident_id\t32061119990525189X\tvalid\t
    resident_id\t320612201605260803\tvalid\t
    resident_id\t320613202208025739\tvalid\t
    resident_id\t320623198911120125\tvalid\t
    resident_id\t320681200007022512\tvalid\t
    resident_id\t320682200512216349\tvalid\t
    resident_id\t320683199512079234\tvalid\t
    resident_id\t320684199510151980\tvalid\t
    resident_id\t320685201809248919\tvalid\t
    resident_id\t320621200611185549\tvalid\t
    resident_id\t320500199901150165\tvalid\t
    resident_id\t310104198705111772\tvalid\t
    resident_id\t110101200011055271\tvalid\t
    resident_id\t320114200310160152\tvalid\t
    resident_id\t320602198712246321\tvalid\t
    resident_id\t320611199303242582\tvalid\t
    resident_id\t320623200002290530\tvalid\t
    resident_id\t320623199602294708\tvalid\t
    resident_id\t32068119991231005X\tvalid\t
    resident_id\t320602198501095173\tinvalid\twrong check char
    resident_id\t320611199905251891\tinvalid\twrong check char
    resident_id\t320612201605260806\tinvalid\twrong check char
    resident_id\t320613202208025732\tinvalid\twrong check char
    resident_id\t32062319891112012X\tinvalid\twrong check char
    resident_id\t320681200008022512\tinvalid\tone digit changed
    resident_id\t320682200612216349\tinvalid\tone digit changed
    resident_id\t320683199522079234\tinvalid\tone digit changed
    resident_id\t320684919510151980\tinvalid\tadjacent transposition
    resident_id\t320623200102290124\tinvalid\t29 Feb of non-leap year
    resident_id\t320623190002290120\tinvalid\t29 Feb 1900 (century)
    resident_id\t320623200113010124\tinvalid\tmonth 13
    resident_id\t320623200104310125\tinvalid\t31 April
    resident_id\t320623200100100120\tinvalid\tmonth 00
    resident_id\t320671200105100120\tinvalid\t320671 = statistical zone code, not GB/T 2260
    resident_id\t990101200105100129\tinvalid\tregion unknown
    resident_id\t320685200105100129\twarn\tcode 320685 exists only since 2018, born 2001: the region is that of registration, not of birth
    resident_id\t32060219850109517\tinvalid\t17 chars
    resident_id\t3206021985010951720\tinvalid\t19 chars
    resident_id\t320623A99001010012\tinvalid\tletter inside
    resident_id\t320623990101001\tinvalid\t15-digit first-generation number
    credit_code\t91320600WTTMUBD32D\tvalid\t
    credit_code\t91320691MA8F2AA90X\tvalid\t
    credit_code\t91320613MAUKJ1G32U\tvalid\t
    credit_code\t91320612CW097G5F96\tvalid\t
    credit_code\t91320623MA12Q12T5E\tvalid\t
    credit_code\t91320681X8AQHKWG3L\tvalid\t
    credit_code\t91320682HRT6P2QR9B\tvalid\t
    credit_code\t91320684MAWF1LUM29\tvalid\t
    credit_code\t91320685Q2WUTP3X82\tvalid\t
    credit_code\t92320613YMDPXYQN0T\tvalid\t
    credit_code\t92320691CN0DH2TB6G\tvalid\t
    credit_code\t93320623MA9UNXRAXH\tvalid\t
    credit_code\t12320600WP4TYMDB65\tvalid\t
    credit_code\t11320600WAGJ9XR744\tvalid\t
    credit_code\t51320600MAQ8E08U4H\tvalid\t
    credit_code\t52320613XU0HAGF68W\tvalid\t
    credit_code\t53320600MA0RG0J18C\tvalid\t
    credit_code\t31320000MA6W6Y432X\tvalid\t
    credit_code\t91310000MAJKD4DQ79\tvalid\t
    credit_code\t91110000MAP8MTTF6Q\tvalid\t
    credit_code\t91320600WTTMUBD32E\tinvalid\twrong check char
    credit_code\t91320691MA8F2AA900\tinvalid\twrong check char
    credit_code\t91320613MAUKJ1G32Y\tinvalid\twrong check char
    credit_code\t91320612CW097G5F9A\tinvalid\twrong check char
    credit_code\t91320623MA12Q12T5K\tinvalid\twrong check char
    credit_code\t91320681X8AQHKWG3T\tinvalid\twrong check char
    credit_code\t91320682HRT6Q2QR9B\tinvalid\tone char changed
    credit_code\t91320684MAWF1MUM29\tinvalid\tone char changed
    credit_code\t91320685Q2XUTP3X82\tinvalid\tone char changed
    credit_code\t92320613MYDPXYQN0T\tinvalid\tadjacent transposition
    credit_code\t92320691CI0DH2TB6G\tinvalid\tforbidden letter I
    credit_code\t92320691CO0DH2TB6G\tinvalid\tforbidden letter O
    credit_code\t92320691CZ0DH2TB6G\tinvalid\tforbidden letter Z
    credit_code\t92320691CS0DH2TB6G\tinvalid\tforbidden letter S
    credit_code\t92320691CV0DH2TB6G\tinvalid\tforbidden letter V
    credit_code\t91320600WTTMUBD32\tinvalid\t17 chars
    credit_code\t91320600WTTMUBD32D0\tinvalid\t19 chars
    credit_code\tA1320600WTTMUBD32D\tinvalid\twrong check character (A is a legal first letter)
    credit_code\t9132A600WTTMUBD32D\tinvalid\tletter in region
    credit_code\t\tinvalid\tempty
    credit_code\tN2320623MAKKK1BE8J\tvalid\tlegal first letter that common validators refuse
    credit_code\tY1320600DY7LCRMC8P\tvalid\tlegal first letter that common validators refuse
    credit_code\tA1320600MAGJTCAP29\tvalid\tlegal first letter that common validators refuse
    credit_code\t91320600MA1XXXXX0P\tinvalid\tembedded GB 11714 organisation-code digit is wrong (common validators accept)
    credit_code\t91110000600037341L\tvalid\tpublic real code
    credit_code\t91320691MA1W0DXN1N\tvalid\tpublic real code
    credit_code\t91320691MA1W3E4N6N\tvalid\tpublic real code
    credit_code\t91320691MA1MA9TQ5J\tvalid\tpublic real code
    credit_code\t913206913239795000\tinvalid\tfound in a public dump
    credit_code\t913206917596100018\tinvalid\tfound in a public dump
    """
