/**
 * Services that make one-time codes, by the names that stand as issuer in their QR codes. In front of
 * `;` the hosts on which they ask for the code, behind it domains that are theirs as well.
 * A fact is added when it was seen; nothing here is guessed. Some further domains are facts of the public
 * directory 2factorauth/twofactorauth (MIT).
 */
export const SERVICES = `
1Password | my.1password.com my.1password.eu my.1password.ca ; 1password.com 1password.eu 1password.ca
23andMe | auth.23andme.com ; 23andme.com
Adobe, Adobe ID | auth.services.adobe.com ; adobe.com adobelogin.com behance.net
ADP | online.adp.com ; adp.com
Airtable | airtable.com
Akamai | control.akamai.com ; akamai.com linode.com
Alibaba Cloud, Aliyun | account.alibabacloud.com signin.aliyun.com ; alibabacloud.com aliyun.com
Algolia | dashboard.algolia.com ; algolia.com
Amazon | www.amazon.com ; amazon.ae amazon.ca amazon.cn amazon.co.jp amazon.co.uk amazon.com.au amazon.com.be amazon.com.br amazon.com.mx amazon.com.tr amazon.de amazon.eg amazon.es amazon.fr amazon.in amazon.it amazon.nl amazon.pl amazon.sa amazon.se amazon.sg primevideo.com
Amazon Web Services, AWS, AWS SSO, IAM Identity Center | signin.aws.amazon.com ; awsapps.com amazonaws.com
Anydesk | my.anydesk.com ; anydesk.com
Apple | appleid.apple.com idmsa.apple.com ; icloud.com
Arduino | login.arduino.cc ; arduino.cc
Asana | app.asana.com ; asana.com
Atlassian, Atlassian Account | id.atlassian.com ; atlassian.com atlassian.net bitbucket.org trello.com jira.com statuspage.io
Auth0 | auth0.auth0.com ; auth0.com
Autodesk | accounts.autodesk.com ; autodesk.com
Avast | id.avast.com ; avast.com
Backblaze | secure.backblaze.com ; backblaze.com
BambooHR | app.bamboohr.com ; bamboohr.com
Basecamp, 37signals | launchpad.37signals.com ; basecamp.com hey.com
BigCommerce | login.bigcommerce.com ; bigcommerce.com
Binance, Binance.com | accounts.binance.com ; binance.com binance.us tokocrypto.com
Bitbucket | bitbucket.org
Bitfinex | www.bitfinex.com ; bitfinex.com
Bitflyer | bitflyer.com
Bitget | www.bitget.com ; bitget.com
BitMEX | www.bitmex.com ; bitmex.com
Bitpanda | account.bitpanda.com ; bitpanda.com
Bitstamp | www.bitstamp.net ; bitstamp.net
Bitwarden | vault.bitwarden.com vault.bitwarden.eu ; bitwarden.com bitwarden.eu
Blizzard, Battle.net | account.battle.net ; battle.net blizzard.com
Bluesky | bsky.app ; bsky.social
Booking.com | account.booking.com ; booking.com
Box | account.box.com ; box.com
Brevo, Sendinblue | login.brevo.com ; brevo.com sendinblue.com
Buffer | login.buffer.com ; buffer.com
Bybit | www.bybit.com ; bybit.com
Canva | www.canva.com ; canva.com
Cash App | cash.app
ClickUp | app.clickup.com ; clickup.com
Cloudflare | dash.cloudflare.com ; cloudflare.com cloudflareaccess.com
Cloudinary | cloudinary.com
CloudSigma | zrh.cloudsigma.com ; cloudsigma.com
Codeberg | codeberg.org
Coinbase | login.coinbase.com ; coinbase.com
Contabo | my.contabo.com ; contabo.com
Coursera | www.coursera.org ; coursera.org
cPanel, cPanel ID, WHM | store.cpanel.net ; cpanel.net
Crowdin | accounts.crowdin.com ; crowdin.com
Crypto.com | crypto.com
CurseForge | authors.curseforge.com ; curseforge.com
Datadog | app.datadoghq.com app.datadoghq.eu ; datadoghq.com datadoghq.eu
Deel | app.deel.com ; deel.com letsdeel.com
Deepl | www.deepl.com ; deepl.com
DigitalOcean | cloud.digitalocean.com ; digitalocean.com
Discord | discord.com ; discordapp.com discord.gg
Discourse | meta.discourse.org ; discourse.org
Disroot | user.disroot.org ; disroot.org
DNSimple | dnsimple.com
Docker, Docker Hub | login.docker.com hub.docker.com ; docker.com
Docusign | account.docusign.com ; docusign.com docusign.net
DreamHost | panel.dreamhost.com ; dreamhost.com
Dropbox | www.dropbox.com ; dropbox.com getdropbox.com dropboxforum.com
Drupal | www.drupal.org ; drupal.org
Dynadot | www.dynadot.com ; dynadot.com
Dynatrace | sso.dynatrace.com ; dynatrace.com
eBay | signin.ebay.com ; ebay.com ebay.at ebay.be ebay.ca ebay.ch ebay.co.uk ebay.com.au ebay.com.hk ebay.com.my ebay.com.sg ebay.de ebay.es ebay.fr ebay.ie ebay.it ebay.nl ebay.ph ebay.pl
EA, Electronic Arts, Origin | signin.ea.com ; ea.com origin.com
Element, Matrix | app.element.io ; element.io matrix.org
Epic Games | www.epicgames.com ; epicgames.com fortnite.com unrealengine.com
Etsy | www.etsy.com ; etsy.com
Evernote | www.evernote.com ; evernote.com
Exoscale | portal.exoscale.com ; exoscale.com
Facebook, Meta | www.facebook.com ; facebook.com fb.com messenger.com meta.com accountscenter.com
Fastly | manage.fastly.com ; fastly.com
Fastmail | app.fastmail.com ; fastmail.com messagingengine.com
Figma | www.figma.com ; figma.com
Filen | app.filen.io ; filen.io
Firefox, Mozilla | accounts.firefox.com ; firefox.com mozilla.org mozilla.com
Fly.io | fly.io ; fly-metrics.net
Flickr | identity.flickr.com ; flickr.com
Freshdesk, Freshworks | freshworks.com ; freshdesk.com freshservice.com
FusionAuth | account.fusionauth.io ; fusionauth.io
Gandi | id.gandi.net ; gandi.net
Garmin | sso.garmin.com ; garmin.com
Gate.io | www.gate.io ; gate.io gate.com
Gemini | exchange.gemini.com ; gemini.com
Ghost | account.ghost.org ; ghost.org
Gitea | gitea.com
GitHub | github.com ; githubusercontent.com githubassets.com githubstatus.com
GitLab, gitlab.com | gitlab.com ; gitlab.net
GMX | www.gmx.net www.gmx.com ; gmx.net gmx.com gmx.de gmx.at gmx.ch
GoDaddy | sso.godaddy.com ; godaddy.com secureserver.net
Gog, GOG.com | login.gog.com ; gog.com
Google, Gmail, YouTube | accounts.google.com ; google.com youtube.com gmail.com google.co.id google.co.uk google.de googleusercontent.com
Gravatar | gravatar.com
Grammarly | www.grammarly.com ; grammarly.com
Gumroad | app.gumroad.com ; gumroad.com
Hack The Box | account.hackthebox.com ; hackthebox.com
HackerOne | hackerone.com
Harvest | id.getharvest.com ; getharvest.com harvestapp.com
HashiCorp | portal.cloud.hashicorp.com ; hashicorp.com terraform.io
Heroku | id.heroku.com ; heroku.com
Hetzner | accounts.hetzner.com ; hetzner.com hetzner.de hetzner.cloud your-server.de
Home Assistant, Nabu Casa | account.nabucasa.com ; nabucasa.com home-assistant.io
Hootsuite | hootsuite.com
Hostinger | auth.hostinger.com hpanel.hostinger.com ; hostinger.com hostinger.co.id hostinger.in
HubSpot | app.hubspot.com ; hubspot.com
Hugging Face | huggingface.co
Humble Bundle | www.humblebundle.com ; humblebundle.com
IBM, IBMid, IBM Cloud | login.ibm.com cloud.ibm.com ; ibm.com
IFTTT | ifttt.com
ImprovMX | app.improvmx.com ; improvmx.com
Infomaniak | login.infomaniak.com ; infomaniak.com
Instagram | www.instagram.com ; instagram.com
Internet Archive | archive.org
Intercom | app.intercom.com ; intercom.com intercom.io
INWX | www.inwx.com www.inwx.de ; inwx.com inwx.de
IONOS | login.ionos.com login.ionos.de ; ionos.com ionos.de ionos.co.uk
itch.io | itch.io
JetBrains | account.jetbrains.com ; jetbrains.com
Joomla | identity.joomla.org ; joomla.org
Kaggle | www.kaggle.com ; kaggle.com
Keeper | keepersecurity.com keepersecurity.eu
Kick | kick.com
Kickstarter | www.kickstarter.com ; kickstarter.com
Kraken, Kraken.com | www.kraken.com id.kraken.com ; kraken.com
Ko-fi | ko-fi.com
Kucoin | www.kucoin.com ; kucoin.com
LastPass | lastpass.com ; lastpass.eu
Launchpad, Ubuntu, UbuntuSSO | login.ubuntu.com login.launchpad.net ; ubuntu.com launchpad.net canonical.com
Leaseweb | secure.leaseweb.com ; leaseweb.com
Ledger | www.ledger.com ; ledger.com
LinkedIn | www.linkedin.com ; linkedin.com
Linear | linear.app
Linode | login.linode.com ; linode.com
LiveAgent | www.liveagent.com ; liveagent.com
Logitech | id.logi.com ; logitech.com logi.com
Mailbox.org | login.mailbox.org ; mailbox.org
Mailchimp | login.mailchimp.com ; mailchimp.com
Mailfence | mailfence.com
Mailgun | login.mailgun.com ; mailgun.com
Mailjet | app.mailjet.com ; mailjet.com
Mastodon | mastodon.social ; joinmastodon.org
Medium | medium.com
MEGA | mega.nz mega.io ; mega.co.nz
Mercado Libre, Mercado Pago | www.mercadolibre.com ; mercadolibre.com mercadopago.com mercadolivre.com.br
Microsoft, Microsoft Account, Azure, Office 365, Xbox, Outlook | login.microsoftonline.com login.live.com account.live.com ; microsoft.com microsoftonline.com live.com office.com office365.com outlook.com azure.com sharepoint.com xbox.com skype.com visualstudio.com windows.com hotmail.com windowsazure.com microsoft365.com
Migadu | admin.migadu.com ; migadu.com
Mijn.host | mijn.host
Minecraft, Mojang | account.mojang.com ; mojang.com minecraft.net
Miro | miro.com
Monday.com | auth.monday.com ; monday.com
MongoDB, MongoDB Atlas | account.mongodb.com cloud.mongodb.com ; mongodb.com
Mullvad | mullvad.net
Name.com | www.name.com ; name.com
Namecheap | www.namecheap.com ; namecheap.com
NameSilo | www.namesilo.com ; namesilo.com
Netcup | www.customercontrolpanel.de ; netcup.de netcup.com netcup.eu
Netflix | www.netflix.com ; netflix.com
Netlify | app.netlify.com ; netlify.com
New Relic | login.newrelic.com ; newrelic.com
Nexcess | my.nexcess.net ; nexcess.net
Nextcloud | nextcloud.com
Nexus Mods | users.nexusmods.com ; nexusmods.com
NiceHash | www.nicehash.com ; nicehash.com
Nintendo, Nintendo Account | accounts.nintendo.com ; nintendo.com nintendo.net nintendo.co.uk nintendo.co.jp
NordVPN, Nord Account, NordPass | my.nordaccount.com ; nordaccount.com nordvpn.com nordpass.com
Norton, NortonLifeLock | login.norton.com ; norton.com lifelock.com
Notion | www.notion.so ; notion.so notion.com notion.site
npm, npmjs, npmjs.com | www.npmjs.com ; npmjs.com npmjs.org
NuGet | www.nuget.org ; nuget.org
NVIDIA | login.nvidia.com ; nvidia.com geforcenow.com
OKX, OKEx | www.okx.com ; okx.com okex.com
Okta | login.okta.com ; okta.com
OneLogin | app.onelogin.com ; onelogin.com
OpenAI, ChatGPT | auth.openai.com ; openai.com chatgpt.com
Oracle, Oracle Cloud | cloud.oracle.com login.oracle.com ; oracle.com oraclecloud.com
OVH, OVHcloud | www.ovh.com auth.ovhcloud.com ; ovh.com ovhcloud.com ovh.net kimsufi.com soyoustart.com
Packagist | packagist.org
PagerDuty | identity.pagerduty.com ; pagerduty.com
Patreon | www.patreon.com ; patreon.com
PayPal | www.paypal.com ; paypal.com paypal.me paypal-search.com paypalobjects.com braintreegateway.com
Pinterest | www.pinterest.com ; pinterest.com pinterest.co.uk pinterest.de pin.it
Plesk | my.plesk.com ; plesk.com
Plex | app.plex.tv ; plex.tv
PlayStation, Sony, PSN | my.account.sony.com ; sony.com playstation.com sonyentertainmentnetwork.com
Poloniex | poloniex.com
Porkbun | porkbun.com
Postmark | account.postmarkapp.com ; postmarkapp.com
Posteo | posteo.de ; posteo.net
Private Internet Access | www.privateinternetaccess.com ; privateinternetaccess.com
Proton, ProtonMail, Proton Mail | account.proton.me ; proton.me protonmail.com protonvpn.com pm.me
PyPI, pypi.org | pypi.org test.pypi.org ; python.org
QNAP | account.qnap.com ; qnap.com myqnapcloud.com
Quora | www.quora.com ; quora.com
Rackspace | login.rackspace.com ; rackspace.com
Razer | razerid.razer.com ; razer.com
Red Hat | sso.redhat.com ; redhat.com
Reddit | www.reddit.com ; reddit.com redd.it
Render | dashboard.render.com ; render.com
Revolut | sso.revolut.com ; revolut.com
RingCentral | login.ringcentral.com ; ringcentral.com
Riot Games | auth.riotgames.com ; riotgames.com leagueoflegends.com
Roblox | www.roblox.com ; roblox.com
Robinhood | robinhood.com
Rockstar Games | signin.rockstargames.com ; rockstargames.com
RubyGems | rubygems.org
RuneScape, Jagex | account.jagex.com ; jagex.com runescape.com
Salesforce | login.salesforce.com ; salesforce.com force.com lightning.force.com
Samsung, Samsung Account | account.samsung.com ; samsung.com
Scaleway | account.scaleway.com ; scaleway.com online.net
SendGrid | login.sendgrid.com ; sendgrid.com twilio.com
Sentry | sentry.io
ServiceNow | signon.service-now.com ; servicenow.com service-now.com
Shodan | account.shodan.io ; shodan.io
Shopify | accounts.shopify.com ; shopify.com myshopify.com
Signal | signal.org
Simplelogin | app.simplelogin.io ; simplelogin.io
Skrill | account.skrill.com ; skrill.com
Slack | slack.com ; slack-edge.com
Snapchat | accounts.snapchat.com ; snapchat.com
SoFi | www.sofi.com ; sofi.com
Sonos | login.sonos.com ; sonos.com
SourceForge | sourceforge.net ; slashdot.org
Spotify | accounts.spotify.com ; spotify.com
Square, Squareup | app.squareup.com ; squareup.com square.com
Squarespace | login.squarespace.com ; squarespace.com
Stack Overflow, Stack Exchange | stackoverflow.com ; stackexchange.com
Standard Notes | app.standardnotes.com ; standardnotes.com
Star Citizen, RSI | robertsspaceindustries.com
Steam | store.steampowered.com steamcommunity.com login.steampowered.com ; steampowered.com
Stripe | dashboard.stripe.com ; stripe.com
StartMail | mail.startmail.com ; startmail.com
Surfshark | my.surfshark.com ; surfshark.com
Sync.com | cp.sync.com ; sync.com
Synology, Synology Account | account.synology.com ; synology.com quickconnect.to
Tailscale | login.tailscale.com ; tailscale.com
TeamViewer | login.teamviewer.com ; teamviewer.com
Telegram | web.telegram.org my.telegram.org ; telegram.org t.me
Terraform Cloud | app.terraform.io ; terraform.io
Tesla | auth.tesla.com ; tesla.com
TikTok | www.tiktok.com ; tiktok.com
Todoist, Doist | app.todoist.com ; todoist.com doist.com
Transip | www.transip.nl ; transip.nl transip.eu
Tresorit | web.tresorit.com ; tresorit.com
Trello | trello.com
Tumblr | www.tumblr.com ; tumblr.com
Tuta, Tutanota | app.tuta.com ; tuta.com tutanota.com tutanota.de tuta.io
Twilio, Authy | login.twilio.com ; twilio.com authy.com
Twitch | www.twitch.tv ; twitch.tv
Twitter, X | x.com twitter.com
Uber | auth.uber.com ; uber.com
Ubiquiti, UI.com, UniFi | account.ui.com ; ui.com ubnt.com unifi.ui.com
Ubisoft, Uplay | connect.ubisoft.com ; ubisoft.com ubi.com
UpCloud | hub.upcloud.com ; upcloud.com
Uphold | wallet.uphold.com ; uphold.com
Upwork | www.upwork.com ; upwork.com
Vercel | vercel.com
Vultr | my.vultr.com ; vultr.com
Wasabi | console.wasabisys.com ; wasabi.com wasabisys.com
Weblate | hosted.weblate.org ; weblate.org
Wikipedia, Wikimedia | auth.wikimedia.org meta.wikimedia.org ; wikipedia.org wikimedia.org mediawiki.org
Wise, TransferWise | wise.com ; transferwise.com
Wix | www.wix.com ; wix.com
WordPress.com, WordPress, Automattic | wordpress.com wordpress.org ; wp.com automattic.com
WP Engine | identity.wpengine.com ; wpengine.com
Xero | login.xero.com ; xero.com
Yahoo | login.yahoo.com ; yahoo.com yahoo.co.jp yahoo.co.uk yahoo.co.id
Yandex | passport.yandex.com passport.yandex.ru ; yandex.com yandex.ru ya.ru
YNAB | app.ynab.com ; ynab.com youneedabudget.com
Zapier | zapier.com
Zendesk | www.zendesk.com ; zendesk.com
Zoho | accounts.zoho.com accounts.zoho.eu ; zoho.com zoho.eu zoho.in zohomail.com
Zoom | zoom.us ; zoom.com
AdGuard | auth.adguard.com ; adguard.com adguard-vpn.com adguard-dns.io
Afterpay, Clearpay | portal.afterpay.com ; afterpay.com afterpay.com.au secure-afterpay.com.au afterpay.co.nz clearpay.co.uk
Attentive | ui.attentivemobile.com ; attentive.com attentivemobile.com
Barmenia | www.barmenia.de ; barmenia.de meine-barmenia.de
Bitrix24 | www.bitrix24.com ; bitrix24.com bitrix24.net bitrix24.ru bitrix24.eu
Blockchain.com | login.blockchain.com ; blockchain.com blockchain.info
Boost Mobile | www.boost.com.au ; boost.com.au boostmobile.com.au
Boursorama | clients.boursobank.com ; boursorama.com boursorama-banque.com boursobank.com
Capcom ID | cid.capcom.com ; capcom.com capcom.co.jp capcomusa.com capcom-europe.com capcom.com.tw
Citibank, Citi | online.citi.com ; citi.com citibank.com citicards.com citibankonline.com accountonline.com
Concur, SAP Concur | www.concursolutions.com ; concur.com concur.co concursolutions.com
CPOMS | www.cpoms.net ; cpoms.co.uk cpoms.net
DEGIRO | trader.degiro.nl ; degiro.nl degiro.de degiro.fr degiro.es degiro.it degiro.ch degiro.at degiro.co.no degiro.co.uk degiro.se degiro.dk degiro.pl degiro.pt
Delighted | app.delighted.com ; delighted.com delightedapp.com
Delta Dental | www.deltadental.com ; deltadental.com deltadentalar.com deltadentalks.com deltadentalok.org deltadentalpr.com deltadentalaz.com deltadentalco.com deltadentalct.com deltadentalia.com deltadentalid.com deltadentalil.com deltadentalin.com deltadentalins.com deltadentalma.com deltadentalmi.com deltadentalmn.org deltadentalmo.com deltadentalne.org deltadentalnj.com deltadentalnm.com deltadentaloh.com deltadentalri.com deltadentalsc.com deltadentalsd.com deltadentalva.com deltadentalwa.com deltadentalwi.com deltadentalwy.org
Front | app.frontapp.com ; front.com frontapp.com
Google Nest, Nest | home.nest.com ; nest.com nest.google.com
Halifax | www.halifax-online.co.uk ; halifax.co.uk halifax-online.co.uk
Hytale | accounts.hytale.com ; hytale.com hytale.net
Kleinanzeigen | www.kleinanzeigen.de ; kleinanzeigen.de ebay-kleinanzeigen.de
Monash University | my.monash ; monash.edu monash.edu.my
Primobox | www.myprimobox.net ; myprimobox.net myprimobox.com
n8n | app.n8n.cloud ; n8n.io n8n.cloud
Plus500 | app.plus500.com ; plus500.com plus500.is
ReadMe | dash.readme.com ; readme.com readme.io
Republic | republic.com ; republic.co
Segment | app.segment.com ; segment.com segment.io
Settle | app.settle.com ; settle.com settle.co
SolarWinds | my.solarwinds.cloud ; solarwinds.com solarwinds.cloud
Strato | www.strato.de ; strato.de strato-hosting.co.uk strato.nl strato.es
TU Berlin | www.tu.berlin ; tu.berlin tu-berlin.de
Up Bank | up.com.au ; up.me
Vivaldi | login.vivaldi.net ; vivaldi.net vivaldi.com
Public-SIASN, SIASN, ASN Digital, MyASN, BKN | asndigital.bkn.go.id ; bkn.go.id
SSCASN | sscasn.bkn.go.id ; bkn.go.id
Dapodik, Kemdikbud, Belajar.id | belajar.id ; kemdikbud.go.id kemendikdasmen.go.id dikdasmen.go.id
Coretax, DJP, Pajak | coretaxdjp.pajak.go.id djponline.pajak.go.id ; pajak.go.id
OSS, OSS RBA | oss.go.id
INAproc, LPSE, SPSE | spse.inaproc.id katalog.inaproc.id ; inaproc.id lkpp.go.id
SAKTI, Kemenkeu, OMSPAN, DigiPay | sakti.kemenkeu.go.id ; kemenkeu.go.id
IKD, Dukcapil | dukcapil.kemendagri.go.id ; kemendagri.go.id
BPJS Ketenagakerjaan | sipp.bpjsketenagakerjaan.go.id ; bpjsketenagakerjaan.go.id
BPJS Kesehatan | edabu.bpjs-kesehatan.go.id ; bpjs-kesehatan.go.id
BSSN, BSrE | bsre.bssn.go.id ; bssn.go.id
Satu Sehat, Kemenkes | satusehat.kemkes.go.id ; kemkes.go.id
Tokopedia | accounts.tokopedia.com www.tokopedia.com ; tokopedia.com
Shopee | shopee.co.id seller.shopee.co.id ; shopee.com shopee.sg shopee.com.my shopee.co.th shopee.vn shopee.ph shopee.tw shopeemobile.com
Bukalapak | accounts.bukalapak.com ; bukalapak.com
Blibli | www.blibli.com ; blibli.com
Lazada | member.lazada.co.id ; lazada.co.id lazada.com lazada.sg lazada.com.my lazada.vn
Traveloka | www.traveloka.com ; traveloka.com
Tiket.com | www.tiket.com ; tiket.com
Gojek, GoTo, GoPay, GoBiz | portal.gofoodmerchant.co.id ; gojek.com gopay.co.id gobiz.co.id gotocompany.com
Grab | partner.grab.com ; grab.com
OVO | www.ovo.id ; ovo.id
DANA | www.dana.id ; dana.id
LinkAja | www.linkaja.id ; linkaja.id
Jenius, SMBC Indonesia, BTPN | www.jenius.com ; jenius.com btpn.com smbci.com
BCA, KlikBCA, myBCA | ibank.klikbca.com mybca.bca.co.id ; klikbca.com bca.co.id
BRI, BRImo, QLola | ib.bri.co.id qlola.bri.co.id ; bri.co.id
BNI, BNIDirect | ibank.bni.co.id bnidirect.bni.co.id ; bni.co.id
Bank Mandiri, Kopra | kopra.bankmandiri.co.id ibank.bankmandiri.co.id ; bankmandiri.co.id mandiri.co.id
BSI | bsinet.bankbsi.co.id ; bankbsi.co.id
CIMB Niaga, OCTO | www.octoclicks.co.id ; cimbniaga.co.id octoclicks.co.id
Xendit | dashboard.xendit.co ; xendit.co
Midtrans | dashboard.midtrans.com ; midtrans.com
DOKU | dashboard.doku.com ; doku.com
Indodax | indodax.com
Pintu | web.pintu.co.id ; pintu.co.id
Tokocrypto | www.tokocrypto.com ; tokocrypto.com
Reku, Rekeningku | reku.id
Ajaib | app.ajaib.co.id ; ajaib.co.id
Stockbit, Bibit | stockbit.com ; bibit.id
Niagahoster | panel.niagahoster.co.id ; niagahoster.co.id
Rumahweb | clientzone.rumahweb.com ; rumahweb.com
IDCloudHost | my.idcloudhost.com console.idcloudhost.com ; idcloudhost.com
Dewaweb | client.dewaweb.com ; dewaweb.com
DomaiNesia | my.domainesia.com ; domainesia.com
Biznet Gio | portal.biznetgio.com ; biznetgio.com biznetnetworks.com
Qwords | portal.qwords.com ; qwords.com
Jagoan Hosting | member.jagoanhosting.com ; jagoanhosting.com
Exabytes | billing.exabytes.co.id ; exabytes.co.id exabytes.com
Mekari, Jurnal, Talenta | account.mekari.com ; mekari.com jurnal.id talenta.co
Kledo | app.kledo.com ; kledo.com
Accurate | account.accurate.id ; accurate.id
Privy, PrivyID | app.privy.id ; privy.id
Peruri | portal.peruri.co.id ; peruri.co.id
VIDA | app.vida.id ; vida.id
Telkom, MyTelkom, IndiHome | my.telkomsel.com ; telkom.co.id telkomsel.com indihome.co.id
Kompas, Kompas.id | account.kompas.id ; kompas.id kompas.com
Ruangguru | app.ruangguru.com ; ruangguru.com
Dicoding | www.dicoding.com ; dicoding.com
`
