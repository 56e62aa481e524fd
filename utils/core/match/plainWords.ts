/** Words that say what a site is for and not whose it is: alone they make no two sites alike. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  words(`
    account accounts acc admin akun api app apps area asset assets auth authenticate aplikasi bank banking
    base beta billing blog book box business care cart cdn center central chat check client clients cloud
    club co code com community connect console control core corp customer dana dash dashboard data demo
    design dev developer developers direct docs domain drive edu email event events exchange file files
    finance forum forms free fund games gateway global go group health help helpdesk hello home host
    hosting hub ib ibank id identity img indonesia info internet intra intranet invest jobs kantor key lab labs
    layanan learn life line link list live local localhost login logon mail manage market marketplace
    masuk master media meet member members merchant mobile money monitor mx my myaccount name net network
    new news next office online open order org origin pay payment payments pegawai phone photo photos play
    plus portal post preview prime pro profile project public radar react register render research save
    search secure security sell seller service services session shop sign signal signin signon signup site
    smart social source space sport sports sso stage staging start static status store stream student
    studio support sync system talk team teams tech test time today token tool tools top track trade travel
    trust uat upload user users vault verify video view wallet watch wave web webmail wiki wise work world www
    xyz zone
  `),
)

/** Words that imitations put beside the name they borrow. */
export const BAIT_WORDS: readonly string[] = words(`
  account accounts admin aktivasi akun aman app auth authenticate bantuan bank billing bonus care center
  client confirm confirmation cs customer daftar event gratis hadiah help helpdesk id info klaim konfirmasi
  layanan login logon masuk mobile my notice official online otp password pay payment portal promo recovery
  refund register resmi safe secure secured security service services signin signon sso support undian
  unlock update upgrade validasi verif verifikasi verification verify wallet web www
`)

/** Providers that give each customer a name under their own, and are not in the public suffix list. */
export const TENANT_PROVIDERS: readonly string[] = words(`
  okta.com okta-emea.com oktapreview.com onelogin.com auth0.com b2clogin.com ciamlogin.com pingone.com
  pingidentity.com duosecurity.com jumpcloud.com cloudflareaccess.com awsapps.com amazoncognito.com
  sharepoint.com onmicrosoft.com atlassian.net zendesk.com freshdesk.com freshservice.com slack.com
  my.salesforce.com lightning.force.com my.site.com service-now.com myworkday.com workday.com
  myworkdayjobs.com bamboohr.com personio.de greenhouse.io lever.co statuspage.io helpscoutdocs.com
  intercom.help teamwork.com basecamphq.com pipedrive.com harvestapp.com looker.com webex.com zoom.us
  instructure.com blackboard.com moodlecloud.com signin.aws.amazon.com
`)

/** Country suffixes that are mostly sold to everybody: there a known name says nothing about its owner. */
export const OPEN_COUNTRY_SUFFIXES: ReadonlySet<string> = new Set(
  words(`
    ac ag ai am as bz cc cf ci cm co cx dj fm ga gd gg gl gq gs gy im in.net io is la li ly me ml ms
    mu mn nu om pm pn pw re sc sh sr st su sx tc tf tk tl to tv vc vg ws eu.com us.com co.com uk.com br.com
    de.com jp.net in.net
  `),
)

function words(text: string): string[] {
  return text.trim().split(/\s+/u)
}
